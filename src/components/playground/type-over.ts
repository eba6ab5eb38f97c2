import { EditorView } from '@codemirror/view';

/**
 * Typing over a selection changes the document alone. Left to the browser it
 * would change the page first, and Chromium's own undo history, which the
 * editor has no use for, would keep every line that was replaced: some 230
 * nodes for each program typed over another.
 */
export const typeOver = EditorView.domEventHandlers({
  beforeinput(event, view) {
    const { main, ranges } = view.state.selection;
    const text = event.data;
    if (
      event.inputType !== 'insertText' ||
      text === null ||
      event.isComposing ||
      view.composing ||
      main.empty ||
      ranges.length > 1
    ) {
      return false;
    }
    const { from, to } = main;
    const typed = view.state.toText(text);
    const insert = () =>
      view.state.update({
        changes: { from, to, insert: typed },
        selection: { anchor: from + typed.length },
        userEvent: 'input.type',
        scrollIntoView: true,
      });
    event.preventDefault();
    // Such as brackets, which close around the selection.
    const isHandled = view.state
      .facet(EditorView.inputHandler)
      .some((handle) => handle(view, from, to, text, insert));
    if (!isHandled) {
      view.dispatch(insert());
    }
    return true;
  },
});
