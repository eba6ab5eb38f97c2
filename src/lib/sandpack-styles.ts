/**
 * Stands in for the styling library of Sandpack's components, which the guide
 * does not show. Their rules would be added to the document while a lab
 * starts; and where a page has cascade layers, as Starlight's have, Chromium
 * styles all of it again after any change of a style sheet.
 */
const noClass = () => '';

export function createStitches() {
  return {
    createTheme: noClass,
    css: () => noClass,
    getCssText: noClass,
    keyframes: noClass,
  };
}
