declare module 'sources:*' {
  /** Source text by its path in the playground. */
  const files: Readonly<Record<string, string>>;
  export default files;
}
