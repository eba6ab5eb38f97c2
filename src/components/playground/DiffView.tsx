import { javascript } from '@codemirror/lang-javascript';
import { syntaxHighlighting } from '@codemirror/language';
import { MergeView, unifiedMergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView, lineNumbers } from '@codemirror/view';
import { useLayoutEffect, useRef, useState } from 'react';
import type { Locale } from '~/i18n/locales';
import { codeRoles } from '~/lib/code-roles';
import { editorPhrases } from './editor-phrases';

interface Props {
  locale: Locale;
  before: string;
  after: string;
  beforeLabel: string;
  afterLabel: string;
}

const NARROW = '(max-width: 50rem)';

/** Two texts side by side, or one below the other where there is no room. */
export default function DiffView(props: Props) {
  const { locale, before, after, beforeLabel, afterLabel } = props;
  const host = useRef<HTMLDivElement>(null);
  const [isUnified] = useState(() => matchMedia(NARROW).matches);
  useLayoutEffect(() => {
    if (host.current === null) {
      return;
    }
    const parent = host.current;
    const extensions = (label: string) => [
      editorPhrases(locale),
      javascript({ typescript: true }),
      syntaxHighlighting(codeRoles),
      EditorState.readOnly.of(true),
      EditorView.editable.of(false),
      EditorView.contentAttributes.of({ 'aria-label': label, tabindex: '0' }),
    ];
    if (isUnified) {
      const view = new EditorView({
        parent,
        doc: after,
        extensions: [
          extensions(`${beforeLabel} → ${afterLabel}`),
          EditorView.lineWrapping,
          unifiedMergeView({
            original: before,
            mergeControls: false,
            collapseUnchanged: { margin: 3, minSize: 6 },
          }),
        ],
      });
      return () => view.destroy();
    }
    const view = new MergeView({
      parent,
      a: { doc: before, extensions: [lineNumbers(), extensions(beforeLabel)] },
      b: { doc: after, extensions: [lineNumbers(), extensions(afterLabel)] },
      collapseUnchanged: { margin: 3, minSize: 6 },
    });
    return () => view.destroy();
  }, [locale, before, after, beforeLabel, afterLabel, isUnified]);
  return (
    <div className="pg-diff">
      <p
        className={isUnified ? 'pg-diff-labels is-unified' : 'pg-diff-labels'}
        aria-hidden="true"
      >
        <span>{isUnified ? `− ${beforeLabel}` : beforeLabel}</span>
        <span>{isUnified ? `+ ${afterLabel}` : afterLabel}</span>
      </p>
      <div className="pg-codemirror" ref={host} />
    </div>
  );
}
