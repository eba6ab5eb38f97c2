import {
  type KeyboardEvent,
  startTransition,
  useOptimistic,
  useRef,
} from 'react';

interface Props {
  label: string;
  items: readonly { key: string; title: string }[];
  active: string;
  onChoose: (key: string) => void;
}

/**
 * A row of buttons of which one is pressed: choosing changes the view. The
 * button answers at once, the view when it is drawn.
 */
export function Tabs({ label, items, active, onChoose }: Props) {
  const [pressed, setPressed] = useOptimistic(active);
  const choose = (key: string) =>
    startTransition(() => {
      setPressed(key);
      onChoose(key);
    });
  const group = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step === undefined) {
      return;
    }
    event.preventDefault();
    const index = items.findIndex((item) => item.key === pressed);
    const next = (index + step + items.length) % items.length;
    choose(items[next]?.key ?? pressed);
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
          aria-pressed={key === pressed}
          onClick={() => choose(key)}
        >
          {title}
        </button>
      ))}
    </div>
  );
}
