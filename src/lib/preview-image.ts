/** The picture that other sites show beside a link to a page. */
export const previewSize = { width: 1200, height: 630 } as const;

/** `/errata/` has `/og/errata.png`, `/en/` has `/og/en/index.png`. */
export function previewImage(path: string, isHome: boolean): string {
  return `/og${isHome ? `${path}index` : path.replace(/\/$/, '')}.png`;
}
