import { type KeyboardEvent, useRef } from 'react';

interface Props {
  label: string;
  items: readonly { key: string; title: string }[];
  active: string;
  onChoose: (key: string) => void;
}

/** A row of buttons of which one is pressed: choosing changes the view. */
export function Tabs({ label, items, active, onChoose }: Props) {
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) {
      return;
    }
    event.preventDefault();
    const index = items.findIndex((item) => item.key === active);
    const next = (index + step + items.length) % items.length;
    onChoose(items[next]?.key ?? active);
    group.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div
      className="pg-switch"
      role="group"
      aria-label={label}
      ref={group}
      onKeyDown={onKeyDown}
    >
      {items.map(({ key, title }) => (
        <button
          type="button"
          key={key}
          aria-pressed={key === active}
          onClick={() => onChoose(key)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
