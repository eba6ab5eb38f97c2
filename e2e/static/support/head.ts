import type { Element } from 'hast';
import { locales } from '../../../src/i18n/locales.ts';
import { attribute, type BuiltPage, base, elements, textOf } from './site.ts';

const LONGEST_DESCRIPTION = 200;

/** What a page must say of itself to readers, search engines and browsers. */
export function headProblems(page: BuiltPage): string[] {
  const { path } = page;
  const all = elements(page.tree);
  const named = (name: string) => all.filter(({ tagName }) => tagName === name);
  const problems: string[] = [];

  const language = path.startsWith('/en/') ? 'en' : 'zh-CN';
  const [html] = named('html');
  const lang = html && attribute(html, 'lang');
  if (lang !== language) {
    problems.push(
      `${path}: <html lang> is '${lang}', it should be '${language}'.`,
    );
  }
  if (named('title').every((title) => textOf(title).trim() === '')) {
    problems.push(`${path} has no <title>: give it one in its frontmatter.`);
  }
  const description = named('meta')
    .filter((meta) => attribute(meta, 'name') === 'description')
    .map((meta) => attribute(meta, 'content') ?? '')
    .join(' ');
  if (description === '' || description.length > LONGEST_DESCRIPTION) {
    problems.push(
      `${path}: the description has ${description.length} characters. Write ` +
        `one sentence, at most ${LONGEST_DESCRIPTION} characters.`,
    );
  }
  const mainHeadings = named('h1').length;
  if (mainHeadings !== 1) {
    problems.push(
      `${path} has ${mainHeadings} <h1>, it should have one. The title of the ` +
        'frontmatter is the <h1>; headings in the text start at `##`.',
    );
  }
  return [...problems, ...idProblems(path, all), ...languageLinks(path, all)];
}

function idProblems(path: string, all: Element[]): string[] {
  const ids = all.flatMap((element) => attribute(element, 'id') ?? []);
  const repeated = new Set(ids.filter((id, i) => ids.indexOf(id) !== i));
  return [...repeated].map(
    (id) =>
      `${path}: the id '${id}' stands on more than one element. Links and ` +
      'labels need one target: rename or derive it from the component.',
  );
}

/** The menu always leads to the other language; `hreflang` needs SITE_URL. */
function languageLinks(path: string, all: Element[]): string[] {
  const slug = path.replace(/^\/en\//, '/');
  const twins = [`${base}${slug}`, `${base}/en${slug}`];
  const options = all
    .filter(({ tagName }) => tagName === 'option')
    .map((option) => attribute(option, 'value'));
  const problems = twins
    .filter((twin) => !options.includes(twin))
    .map((twin) => `${path}: the language menu does not lead to '${twin}'.`);

  const links = (rel: string) =>
    all.filter(
      (element) =>
        element.tagName === 'link' && attribute(element, 'rel') === rel,
    );
  const alternates = links('alternate').map((link) =>
    attribute(link, 'hrefLang'),
  );
  if (
    links('canonical').length > 0 &&
    !locales.every((locale) => alternates.includes(locale))
  ) {
    problems.push(
      `${path} has a canonical address, but <link rel="alternate" hreflang> ` +
        `only for: ${alternates.join(', ') || 'no language'}.`,
    );
  }
  return problems;
}
