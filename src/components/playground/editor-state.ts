import { closeBrackets, closeBracketsKeymap } from '@codemirror/autocomplete';
import {
  defaultKeymap,
  history,
  historyKeymap,
  indentLess,
  indentMore,
} from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import {
  bracketMatching,
  indentOnInput,
  syntaxHighlighting,
} from '@codemirror/language';
import { search, searchKeymap } from '@codemirror/search';
import {
  Compartment,
  EditorState,
  type Extension,
  StateEffect,
  StateField,
  type TransactionSpec,
} from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import type { Locale } from '~/i18n/locales';
import { codeRoles } from '~/lib/code-roles';
import { editorPhrases } from './editor-phrases';
import { typeOver } from './type-over';

interface Options {
  locale: Locale;
  path: string;
  text: string;
  label: string;
  describedBy: string;
  onEdit: (text: string) => void;
  onRun: () => void;
  onRunTests: () => void;
}

/** What can be switched on while the editor is open. */
export const extraExtensions = new Compartment();
export const noExtras: Extension = [];

const setErrorLine = StateEffect.define<number | null>();

/** The line that failed; the mark goes when that line is edited. */
const errorLineField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setErrorLine)) {
        next =
          effect.value === null
            ? Decoration.none
            : Decoration.set([
                Decoration.line({ class: 'cm-error-line' }).range(effect.value),
              ]);
      }
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

export function createEditorState(options: Options): EditorState {
  const run = () => {
    options.onRun();
    return true;
  };
  const runTests = () => {
    options.onRunTests();
    return true;
  };
  const leave = (view: EditorView) => {
    view.contentDOM.blur();
    view.dom.closest<HTMLElement>('.pg-editor')?.focus();
    return true;
  };
  return EditorState.create({
    doc: options.text,
    extensions: [
      lineNumbers(),
      history(),
      drawSelection(),
      indentOnInput(),
      bracketMatching(),
      closeBrackets(),
      typeOver,
      highlightActiveLine(),
      highlightActiveLineGutter(),
      search({ top: true }),
      editorPhrases(options.locale),
      // Python's grammar comes later, as one of the extras.
      options.path.endsWith('.py') ? [] : javascript({ typescript: true }),
      syntaxHighlighting(codeRoles),
      errorLineField,
      extraExtensions.of(noExtras),
      EditorState.tabSize.of(2),
      keymap.of([
        { key: 'Mod-Enter', run },
        { key: 'Shift-Mod-Enter', run: runTests },
        ...closeBracketsKeymap,
        ...searchKeymap,
        ...historyKeymap,
        ...defaultKeymap,
        { key: 'Tab', run: indentMore, shift: indentLess },
        { key: 'Escape', run: leave },
      ]),
      EditorView.contentAttributes.of({
        'aria-label': options.label,
        'aria-describedby': options.describedBy,
        tabindex: '0',
        autocapitalize: 'off',
        autocorrect: 'off',
        spellcheck: 'false',
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged && !update.transactions.some(isExternal)) {
          options.onEdit(update.state.doc.toString());
        }
      }),
    ],
  });
}

const external = StateEffect.define<null>();

function isExternal({ effects }: { effects: readonly StateEffect<unknown>[] }) {
  return effects.some((effect) => effect.is(external));
}

/** Puts text from outside (a reset) into the view; can be undone there. */
export function replaceText(view: EditorView | null, text: string): void {
  if (view !== null && view.state.doc.toString() !== text) {
    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: text },
      effects: external.of(null),
    });
  }
}

/** Marks a line (from 1), or none. */
export function markErrorLine(
  state: EditorState,
  line: number | undefined,
): TransactionSpec {
  const exists = line !== undefined && line >= 1 && line <= state.doc.lines;
  const position = exists ? state.doc.line(line).from : null;
  return { effects: setErrorLine.of(position) };
}

/** Puts the cursor at the start of a line (from 1), in the middle of the view. */
export function goToLine(state: EditorState, line: number): TransactionSpec {
  const { from } = state.doc.line(Math.min(Math.max(line, 1), state.doc.lines));
  return {
    selection: { anchor: from },
    effects: EditorView.scrollIntoView(from, { y: 'center' }),
  };
}
