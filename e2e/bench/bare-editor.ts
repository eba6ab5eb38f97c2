/**
 * CodeMirror alone on a page, with what any editor of code has: what the
 * responsiveness benchmark compares the labs with. Runs in the browser.
 */
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import {
  defaultHighlightStyle,
  syntaxHighlighting,
} from '@codemirror/language';
import { EditorView, keymap, lineNumbers } from '@codemirror/view';

const area = document.querySelector('textarea');
if (area !== null) {
  new EditorView({
    doc: area.value,
    extensions: [
      lineNumbers(),
      history(),
      keymap.of([...defaultKeymap, ...historyKeymap]),
      javascript({ typescript: true }),
      syntaxHighlighting(defaultHighlightStyle),
      EditorView.theme({
        '&': { height: '400px' },
        '.cm-scroller': { overflow: 'auto' },
      }),
    ],
    parent: document.body,
  });
  area.remove();
}
