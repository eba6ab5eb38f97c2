import type { ReactNode } from 'react';
import type { Dictionary } from '~/i18n/dictionary';
import { Icon } from './Icon';

interface Props {
  text: Dictionary;
  title: string;
  status: ReactNode;
  isRunning: boolean;
  hasTests: boolean;
  onRun: () => void;
  onRunTests: () => void;
  onStop?: () => void;
  onReset?: () => void;
  isEdited?: boolean;
}

export function Toolbar(props: Props) {
  const { text, title, status, isRunning, hasTests, isEdited = false } = props;
  return (
    <header className="pg-bar">
      <p className="pg-title">
        <Icon name="lab" />
        <span>{title}</span>
        {isEdited && <span className="pg-edited">{text.edited}</span>}
      </p>
      <p className="pg-status" role="status">
        {status}
      </p>
      <div className="pg-buttons">
        <button
          type="button"
          className="pg-button primary"
          onClick={props.onRun}
        >
          <Icon name="run" />
          {text.run}
        </button>
        <button
          type="button"
          className="pg-button"
          onClick={props.onStop}
          disabled={!isRunning}
        >
          <Icon name="stop" />
          {text.stop}
        </button>
        {hasTests && (
          <button
            type="button"
            className="pg-button"
            onClick={props.onRunTests}
          >
            <Icon name="test" />
            {text.runTests}
          </button>
        )}
        <button
          type="button"
          className="pg-button"
          onClick={props.onReset}
          disabled={!isEdited}
        >
          <Icon name="reset" />
          {text.reset}
        </button>
      </div>
    </header>
  );
}
