/** The families that whole lines are set in. */
const LINE_FONTS =
  /^['"]?(?:IBM Plex Sans|JetBrains Mono Variable|KaTeX_Main|KaTeX_Math)['"]?$/;

/**
 * Fonts that come too late for the first paint stay unused on that page, so
 * that no line breaks anew under the reader's eyes. They are there, from the
 * cache, on the next one. Signs that only one font has are waited for.
 */
export const stillFonts = {
  postcssPlugin: 'still-fonts',
  AtRule: {
    'font-face': (rule) => {
      let family = '';
      rule.walkDecls('font-family', ({ value }) => {
        family = value;
      });
      if (LINE_FONTS.test(family)) {
        rule.walkDecls('font-display', (declaration) => {
          declaration.value = 'optional';
        });
      }
    },
  },
};
