const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** A path of the site, given from its root, below the base path. */
export function sitePath(path: string): string {
  return base + path;
}

/** The same as a whole address where `SITE_URL` names the host. */
export function siteAddress(path: string): string {
  return wholeAddress(sitePath(path));
}

/** A link of the site as a whole address where `SITE_URL` names the host. */
export function wholeAddress(href: string): string {
  const { SITE } = import.meta.env;
  return SITE ? new URL(href, SITE).href : href;
}
