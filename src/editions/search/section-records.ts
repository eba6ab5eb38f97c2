import type { Element, Nodes } from 'hast';
import type { SearchRecord } from '../../lib/search/search-record.ts';
import type { Article } from '../article.ts';
import { attribute, findClass, findTag, hasClass, textOf } from '../hast.ts';
import { formulaText } from './formula-text.ts';
import type { Names } from './section-names.ts';

const HEADINGS = new Set(['h2', 'h3', 'h4']);
const INLINE = new Set(
  'a abbr b code em i kbd mark q s small span strong sub sup time'.split(' '),
);
/** Their entries are found one by one: see entry-records.ts. */
const LISTED = ['card-group', 'lookup-group'];

interface Section {
  heading: string;
  /** Headings above it. */
  above: readonly string[];
  id: string;
  /** A question to unfold, which opens where its section begins. */
  isFold: boolean;
  text: string;
  code: string;
}

/**
 * A record for the page, for each section, and for each folded question.
 *
 * @param names by the path of what answers to them
 * @param tags of the page
 */
export function sectionRecords(
  article: Article,
  names: Names,
  tags: readonly string[],
): SearchRecord[] {
  const kind = /^\/(?:en\/)?api\//.test(article.path) ? 'api' : 'page';
  return sectionsOf(article)
    .filter(({ id }) => id !== 'sources')
    .map(({ heading, above, id, isFold, text, code }) => {
      const path = id === '' ? article.path : `${article.path}#${id}`;
      const own = isFold ? undefined : names.get(path);
      return {
        kind,
        path,
        ...(id === ''
          ? { title: article.title }
          : { title: heading, page: [article.title, ...above].join(' › ') }),
        text: tidy(text),
        ...(own && { names: own }),
        ...(id === '' && tags.length > 0 && { tags }),
        ...(code !== '' && { files: { Python: code } }),
      };
    });
}

function sectionsOf({ content, description }: Article): Section[] {
  let section = newSection('', [], '');
  section.text = `${description} `;
  const sections = [section];
  let chapter = '';
  const walk = (node: Nodes): void => {
    if (node.type === 'text') {
      section.text += node.value;
    } else if (node.type !== 'element') {
      walkAll(node);
    } else if (isSkipped(node)) {
      section.text += formulaIn(node);
      section.code += pythonIn(node);
    } else if (startsSection(node)) {
      const isChapter = node.tagName === 'h2';
      chapter = isChapter ? lineOf(node) : chapter;
      const above = isChapter || chapter === '' ? [] : [chapter];
      section = newSection(lineOf(node), above, attribute(node, 'id'));
      sections.push(section);
    } else if (section.id !== '' && hasClass(node, 'fold')) {
      const around = section;
      section = foldIn(node, around);
      sections.push(section);
      node.children.slice(1).forEach(walk);
      section = around;
    } else {
      walkAll(node);
      section.text += INLINE.has(node.tagName) ? '' : ' ';
    }
  };
  const walkAll = (node: Nodes) => {
    if ('children' in node) {
      node.children.forEach(walk);
    }
  };
  walk(content);
  return sections;
}

const newSection = (
  heading: string,
  above: readonly string[],
  id: string,
): Section => ({ heading, above, id, isFold: false, text: '', code: '' });

function foldIn(fold: Element, { heading, above, id }: Section): Section {
  const question = findClass(fold, 'fold-title').map(lineOf).join(' ');
  return { ...newSection(question, [...above, heading], id), isFold: true };
}

const startsSection = (node: Element) =>
  HEADINGS.has(node.tagName) && attribute(node, 'id') !== '';

/** What is found elsewhere, or reads as noise in a line of text. */
const isSkipped = (node: Element) =>
  ['math', 'pre', 'svg'].includes(node.tagName) ||
  hasClass(node, 'cite', 'lab', 'drawing', 'file-name', ...LISTED);

/** A formula that stands in a line; one by itself is too much for an excerpt. */
const formulaIn = (node: Element) =>
  node.tagName === 'math' && attribute(node, 'display') !== 'block'
    ? formulaText(node)
    : '';

const pythonIn = (node: Element) =>
  node.tagName === 'pre' &&
  findTag(node, 'code').some((code) => hasClass(code, 'language-python'))
    ? textOf(node)
    : '';

/** Chinese has no spaces beside its punctuation. */
const tidy = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/(?<=[，。；：！？、（）“”]) | (?=[，。；：！？、（）“”])/g, '')
    .trim();

const lineOf = (node: Element) => textOf(node).replace(/\s+/g, ' ').trim();
