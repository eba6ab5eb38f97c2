import { type Dictionary, fill } from '~/i18n/dictionary';
import type { Figure } from '~/lib/figures';
import { frameOfLines } from './frame-links';
import type { Line } from './run-state';
import { TextTable } from './TextTable';

interface Props {
  text: Dictionary;
  lines: readonly Line[];
  isDone: boolean;
  figure: Figure | undefined;
  /** Frame shown; -1 for the last. */
  frame: number;
  onFrame: (index: number) => void;
}

export function ConsoleLines(props: Props) {
  const { text, lines, isDone, figure, frame, onFrame } = props;
  if (lines.length === 0) {
    return isDone ? <p className="pg-empty">{text.noOutput}</p> : null;
  }
  const count = figure?.frames.length ?? 0;
  const frames = frameOfLines(lines, figure?.name ?? '', count);
  const shown = frame < 0 ? count - 1 : frame;
  return lines.map((line, index) => {
    const own = frames[index] ?? -1;
    const isShown = own >= 0 && own === shown;
    const marks = `${own >= 0 ? ' has-frame' : ''}${isShown ? ' is-shown' : ''}`;
    return (
      <div key={line.id} className={`pg-line is-${line.method}${marks}`}>
        {line.table ? <TextTable {...line.table} /> : <span>{line.text}</span>}
        {own >= 0 && (
          <button
            type="button"
            className="pg-frame-link"
            aria-label={fill(text.showFrame, { n: own + 1 })}
            aria-pressed={isShown}
            onClick={() => onFrame(own)}
          >
            {own + 1}
          </button>
        )}
      </div>
    );
  });
}
