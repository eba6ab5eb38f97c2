import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { SearchRecord } from '../../lib/search/search-record.ts';
import { attribute, find, findClass, findTag, textOf } from '../hast.ts';
import type { BuiltPage } from '../pages.ts';

const lineOf = (node: Element | undefined) =>
  node === undefined ? '' : textOf(node).replace(/\s+/g, ' ').trim();

const withData = (html: string, property: string) =>
  find(fromHtml(html), ({ properties }) => property in properties);

/** Where a link leads, without the base path. */
const target = (element: Element | undefined, prefix: string) =>
  (element && findTag(element, 'a').map((a) => attribute(a, 'href'))[0])?.slice(
    prefix.length,
  ) ?? '';

/** The cards of the review page; each leads to what explains it. */
export function cardRecords(
  { article, html }: BuiltPage,
  prefix: string,
): SearchRecord[] {
  return withData(html, 'dataCard').map((card) => {
    const [answer] = find(card, ({ properties }) => 'dataAnswer' in properties);
    return {
      kind: 'card',
      path: target(findClass(card, 'card-links')[0], prefix),
      title: lineOf(findTag(card, 'summary')[0]),
      page: article.title,
      text: lineOf(answer && findTag(answer, 'p')[0]),
    };
  });
}

export interface TermRecord extends SearchRecord {
  names: readonly string[];
  /** The section that treats it. */
  section: string;
}

export function termRecords(
  { article, html }: BuiltPage,
  prefix: string,
): TermRecord[] {
  return withData(html, 'dataEntry').map((entry) => {
    const [title] = findTag(entry, 'h3');
    const name = lineOf(title && findTag(title, 'a')[0]);
    const aliases = findClass(entry, 'lookup-aliases').flatMap((list) =>
      findTag(list, 'span').map(lineOf),
    );
    const other = lineOf(findClass(entry, 'lookup-other')[0]);
    return {
      kind: 'term',
      path: `${article.path}#${attribute(entry, 'id')}`,
      title: name,
      page: article.title,
      text: definitionIn(entry),
      names: [name, ...aliases, other].filter(Boolean),
      section: target(findClass(entry, 'lookup-note')[0], prefix),
    };
  });
}

/** The only paragraph without a class. */
function definitionIn(entry: Element): string {
  return lineOf(
    findTag(entry, 'p').find(({ properties }) => !properties['className']),
  );
}

export function referenceRecords({ article, html }: BuiltPage): SearchRecord[] {
  return withData(html, 'dataEntry').map((entry) => ({
    kind: 'reference',
    path: `${article.path}#${attribute(entry, 'id')}`,
    title: lineOf(findTag(entry, 'h3')[0]),
    page: article.title,
    names: shortNames(attribute(entry, 'id')),
    text: [
      ...findTag(entry, 'p').map(lineOf),
      ...findTag(entry, 'h3')
        .flatMap((title) => findTag(title, 'a'))
        .map((link) => attribute(link, 'href')),
    ].join(' '),
  }));
}

/** `hinton-2015-distillation` is cited as Hinton 2015. */
function shortNames(id: string): string[] {
  const [, author, year] = /^([a-z]+)-(\d{4})-/.exec(id) ?? [];
  return author && year ? [`${author} ${year}`] : [];
}
