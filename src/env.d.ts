/// <reference types="astro/client" />

declare module '*?inline-bundle' {
  const bundle: { code: string; integrity: string };
  export default bundle;
}

declare module '*?inline-bundle&global=playgroundExpect' {
  const bundle: { code: string; integrity: string };
  export default bundle;
}

/** What the owner has set: a site without it ships no script for it. */
declare const HAS_COMMENTS: boolean;
declare const HAS_REPOSITORY: boolean;
