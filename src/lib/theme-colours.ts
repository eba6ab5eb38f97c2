/** `--paper` of src/styles/tokens.css, for what stands outside the page. */
export const themeColours = { light: '#fcfbf8', dark: '#131519' } as const;

/** The colour of the logo. */
export const sealColour = '#c23c23';
