import { filesMatching, readSource } from './files.ts';
import { type MdxPage, parseMdx } from './mdx.ts';

const DOCS = 'src/content/docs/';

export interface Doc extends MdxPage {
  /** The same in both languages: `coding/k-means`, `index`. */
  slug: string;
  isEnglish: boolean;
  /** From the root of the repository. */
  path: string;
  text: string;
}

export function docs(): Doc[] {
  return filesMatching(`${DOCS}**/*.{md,mdx}`).map((path) => {
    const text = readSource(path);
    const name = path.slice(DOCS.length).replace(/\.mdx?$/, '');
    const isEnglish = name.startsWith('en/');
    const slug = isEnglish ? name.slice('en/'.length) : name;
    return { slug, isEnglish, path, text, ...parseMdx(text) };
  });
}

/** Where the page stands on the site, from its root: `/en/errata/`. */
export function sitePathOf(slug: string, isEnglish: boolean): string {
  const page = slug === 'index' ? '' : `${slug}/`;
  return `${isEnglish ? '/en/' : '/'}${page}`;
}
