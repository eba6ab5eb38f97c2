import { startTransition, useEffect, useState } from 'react';
import { type Dictionary, fill } from '~/i18n/dictionary';
import { Icon, type IconName } from './Icon';

interface Props {
  text: Dictionary;
  index: number;
  count: number;
  isPlaying: boolean;
  /** More frames may come. */
  isGrowing: boolean;
  onPlay: (isPlaying: boolean) => void;
  onChange: (index: number) => void;
}

const FRAME_MS = 700;
const LONGEST_MS = 12_000;
const SPEEDS = [0.5, 1, 2, 4];

/** Plays, steps and scrubs through the frames of a figure. */
export function FramePlayer(props: Props) {
  const { text, index, count, isPlaying, isGrowing } = props;
  const { onPlay, onChange } = props;
  const [speed, setSpeed] = useState(1);
  useEffect(() => {
    if (!isPlaying) {
      return;
    }
    if (index >= count - 1) {
      if (!isGrowing) {
        onPlay(false);
      }
      return;
    }
    const pause = Math.min(FRAME_MS, LONGEST_MS / count) / speed;
    const next = () => startTransition(() => onChange(index + 1));
    const timer = setTimeout(next, pause);
    return () => clearTimeout(timer);
  }, [isPlaying, isGrowing, index, count, speed, onPlay, onChange]);

  const toggle = () => {
    if (!isPlaying && index >= count - 1) {
      onChange(0);
    }
    onPlay(!isPlaying);
  };
  const show = (next: number) => {
    onPlay(false);
    onChange(Math.min(Math.max(next, 0), count - 1));
  };
  const button = (
    name: IconName,
    label: string,
    onClick: () => void,
    isDisabled = false,
  ) => (
    <button
      type="button"
      onClick={onClick}
      disabled={isDisabled}
      aria-label={label}
      title={label}
    >
      <Icon name={name} />
    </button>
  );
  const position = fill(text.frame, { n: index + 1, count });
  return (
    <div className="pg-player">
      {isPlaying
        ? button('pause', text.pause, toggle)
        : button('play', text.play, toggle)}
      {button(
        'previous',
        text.previousFrame,
        () => show(index - 1),
        index === 0,
      )}
      <input
        type="range"
        min={0}
        max={count - 1}
        value={index}
        aria-label={text.frameSlider}
        aria-valuetext={position}
        onChange={(event) => show(Number(event.target.value))}
        onKeyDown={(event) => {
          if (event.key === ' ') {
            event.preventDefault();
            toggle();
          }
        }}
      />
      {button(
        'next',
        text.nextFrame,
        () => show(index + 1),
        index === count - 1,
      )}
      <select
        aria-label={text.speed}
        value={speed}
        onChange={(event) => setSpeed(Number(event.target.value))}
      >
        {SPEEDS.map((value) => (
          <option key={value} value={value}>
            {value}×
          </option>
        ))}
      </select>
      <span className="pg-position" aria-hidden="true">
        {index + 1} / {count}
      </span>
    </div>
  );
}
