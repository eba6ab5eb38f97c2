import type { ReactNode } from 'react';
import type { Dictionary } from '~/i18n/dictionary';
import { Icon, type IconName } from './Icon';

interface Props {
  text: Dictionary;
  title: string;
  status: ReactNode;
  /** The status tells of something else than the run. */
  isNotice?: boolean;
  isRunning: boolean;
  hasTests: boolean;
  onRun: () => void;
  onRunTests: () => void;
  onStop?: () => void;
  onReset?: () => void;
  onShare?: () => void;
  onDownload?: () => void;
  onExpand?: () => void;
  isExpanded?: boolean;
  isEdited?: boolean;
}

export function Toolbar(props: Props) {
  const { text, title, status, isRunning, hasTests, isEdited = false } = props;
  const button = (
    name: IconName,
    label: string,
    onClick: (() => void) | undefined,
    isDisabled = false,
  ) => (
    <button
      type="button"
      className={`pg-button is-${name}`}
      onClick={onClick}
      disabled={isDisabled}
    >
      <Icon name={name} />
      {label}
    </button>
  );
  return (
    <header className="pg-bar">
      <p className="pg-title">
        <Icon name="lab" />
        <span>{title}</span>
        {isEdited && <span className="pg-edited">{text.edited}</span>}
      </p>
      <p
        className={props.isNotice ? 'pg-status is-notice' : 'pg-status'}
        role="status"
      >
        {status}
      </p>
      <div className="pg-buttons">
        {button('run', text.run, props.onRun)}
        {button('stop', text.stop, props.onStop, !isRunning)}
        {hasTests && button('test', text.runTests, props.onRunTests)}
        {button('reset', text.reset, props.onReset, !isEdited)}
        {button('share', text.share, props.onShare, !props.onShare)}
        {button('download', text.download, props.onDownload, !props.onDownload)}
        {button(
          'expand',
          props.isExpanded ? text.collapse : text.expand,
          props.onExpand,
          !props.onExpand,
        )}
      </div>
    </header>
  );
}
