import { type Dictionary, fill } from '~/i18n/dictionary';
import type { RunState } from './run-state';

interface Props {
  text: Dictionary;
  /** Nothing has been loaded: the reader has not asked for it. */
  isWaiting: boolean;
  /** Bytes to be loaded. */
  size: number;
  arrival: RunState['arrival'];
  onRun: () => void;
}

/** What running Python costs, asked once; then how far its loading is. */
export function PythonPanel(props: Props) {
  const { text, isWaiting, size, arrival, onRun } = props;
  if (isWaiting) {
    return (
      <div className="pg-python">
        <p>{fill(text.pythonOffer, { mb: megabytes(size) })}</p>
        <p className="pg-buttons">
          <button type="button" className="pg-button primary" onClick={onRun}>
            {text.pythonLoad}
          </button>
        </p>
      </div>
    );
  }
  if (arrival === null) {
    return <p className="pg-python">{text.pythonManual}</p>;
  }
  const { loaded, total } = arrival;
  const values = { loaded: megabytes(loaded), total: megabytes(total) };
  const words =
    loaded < total ? fill(text.pythonProgress, values) : text.pythonStarting;
  return (
    <div className="pg-python">
      <label>
        {words}
        <progress max={total} value={loaded} />
      </label>
    </div>
  );
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
