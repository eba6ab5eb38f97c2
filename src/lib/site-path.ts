const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** A path of the site, given from its root, below the base path. */
export function sitePath(path: string): string {
  return base + path;
}
