/**
 * Stands in for packages that Sandpack imports for features the guide does
 * not use: its Node and static runtimes (one of them not under an open
 * licence), its own editor and its HTML and CSS, links to its own site, the
 * terminal, React DevTools. None of this is called.
 */
function unused(): never {
  throw new Error('This part of Sandpack is not included in the guide.');
}

export const css = unused;
export const escapeCarriageReturn = unused;
export const html = unused;
export const Nodebox = unused;
export const INJECT_MESSAGE_TYPE = '';
export const PREVIEW_LOADED_MESSAGE_TYPE = '';
export const PreviewController = unused;
export default {};
