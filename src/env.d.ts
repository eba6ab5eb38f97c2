/// <reference types="astro/client" />

declare module '*?inline-bundle' {
  const bundle: { code: string; integrity: string };
  export default bundle;
}

declare module '*?inline-bundle&global=playgroundExpect' {
  const bundle: { code: string; integrity: string };
  export default bundle;
}

/** What a build has beside the guide: a site without it ships nothing for it. */
declare const HAS_BOOK: boolean;
declare const HAS_COMMENTS: boolean;
declare const HAS_REPOSITORY: boolean;

declare module 'pyodide-files' {
  const files: readonly {
    name: keyof import('@runnable-guide/sandbox/messages').PyodideFiles;
    url: string;
    /** Bytes, and bytes on the way. */
    size: number;
    packed: number;
  }[];
  export default files;
}

declare module 'card-ids' {
  const ids: readonly string[];
  export default ids;
}
