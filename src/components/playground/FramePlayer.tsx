import { useEffect, useState } from 'react';
import { type Dictionary, fill } from '~/i18n/dictionary';
import { Icon } from './Icon';

interface Props {
  text: Dictionary;
  index: number;
  count: number;
  onChange: (index: number) => void;
}

const FRAME_MS = 700;

export function FramePlayer({ text, index, count, onChange }: Props) {
  const [isPlaying, setIsPlaying] = useState(false);
  useEffect(() => {
    if (!isPlaying) {
      return;
    }
    if (index >= count - 1) {
      setIsPlaying(false);
      return;
    }
    // Many frames play faster: no animation takes longer than ten seconds.
    const pause = Math.min(FRAME_MS, 10_000 / count);
    const timer = setTimeout(() => onChange(index + 1), pause);
    return () => clearTimeout(timer);
  }, [isPlaying, index, count, onChange]);

  const toggle = () => {
    if (!isPlaying && index >= count - 1) {
      onChange(0);
    }
    setIsPlaying(!isPlaying);
  };
  const show = (next: number) => {
    setIsPlaying(false);
    onChange(Math.min(Math.max(next, 0), count - 1));
  };
  const position = fill(text.frame, { n: index + 1, count });
  return (
    <div className="pg-player">
      <button
        type="button"
        onClick={toggle}
        aria-label={isPlaying ? text.pause : text.play}
      >
        <Icon name={isPlaying ? 'pause' : 'play'} />
      </button>
      <button
        type="button"
        onClick={() => show(index - 1)}
        disabled={index === 0}
        aria-label={text.previousFrame}
      >
        <Icon name="previous" />
      </button>
      <input
        type="range"
        min={0}
        max={count - 1}
        value={index}
        aria-label={text.frameSlider}
        aria-valuetext={position}
        onChange={(event) => show(Number(event.target.value))}
      />
      <button
        type="button"
        onClick={() => show(index + 1)}
        disabled={index === count - 1}
        aria-label={text.nextFrame}
      >
        <Icon name="next" />
      </button>
      <span className="pg-position">{position}</span>
    </div>
  );
}
