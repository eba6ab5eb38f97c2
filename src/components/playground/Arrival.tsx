import { Component, type ReactNode, Suspense } from 'react';
import { type Dictionary, fill } from '~/i18n/dictionary';

interface Props {
  text: Dictionary;
  /** Shown until the part is here. */
  waiting: ReactNode;
  children: ReactNode;
}

/**
 * A part of a lab that is loaded when it is shown, with `later`. One that does
 * not come takes nothing else away, and the reader can ask for it again.
 */
export class Arrival extends Component<Props, { reason: string | null }> {
  override state = { reason: null };

  static getDerivedStateFromError(error: unknown) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }

  override render() {
    const { text, waiting, children } = this.props;
    const { reason } = this.state;
    if (reason === null) {
      return <Suspense fallback={waiting}>{children}</Suspense>;
    }
    return (
      <p className="pg-notice" role="alert">
        {fill(text.partFailed, { reason })}{' '}
        <button type="button" onClick={() => this.setState({ reason: null })}>
          {text.retry}
        </button>
      </p>
    );
  }
}
