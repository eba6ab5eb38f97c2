/** Pages that a search engine should not list: they say `noindex` as well. */
const UNLISTED = /^(?:\/en)?\/(?:(?:embed|offline|sandbox)\/|interview\/[\w-])/;

/** Whether the sitemap has the page of this address. */
export function isListed(address: string, base: string): boolean {
  const { pathname } = new URL(address);
  return !UNLISTED.test(pathname.slice(base.replace(/\/$/, '').length));
}
