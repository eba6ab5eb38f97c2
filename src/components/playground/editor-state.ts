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

const setErrorLines = StateEffect.define<readonly number[]>();
const errorLine = Decoration.line({ class: 'cm-error-line' });

/** The lines that failed; a mark moves with its line, and goes with it. */
const errorLineField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setErrorLines)) {
        next = Decoration.set(
          effect.value.map((position) => errorLine.range(position)),
          true,
        );
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
  /** To what stands behind the editor: Tab goes on from there. */
  const leave = (view: EditorView) => {
    const help = view.dom.closest('.pg-code')?.querySelector('.pg-help > p');
    (help as HTMLElement | null)?.focus({ preventScroll: true });
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

/** Marks lines (from 1), and no others. */
export function markErrorLines(
  state: EditorState,
  lines: readonly number[],
): TransactionSpec {
  const positions = [...new Set(lines)]
    .filter((line) => line >= 1 && line <= state.doc.lines)
    .map((line) => state.doc.line(line).from);
  return { effects: setErrorLines.of(positions) };
}

/** Puts the cursor at the start of a line (from 1), in the middle of the view. */
export function goToLine(state: EditorState, line: number): TransactionSpec {
  const { from } = state.doc.line(Math.min(Math.max(line, 1), state.doc.lines));
  return {
    selection: { anchor: from },
    effects: EditorView.scrollIntoView(from, { y: 'center' }),
  };
}
