import type { Element, Nodes } from 'hast';
import type { SearchRecord } from '../../lib/search/search-record.ts';
import type { Article } from '../article.ts';
import { attribute, findTag, hasClass, textOf } from '../hast.ts';

const HEADINGS = new Set(['h2', 'h3', 'h4']);
const INLINE = new Set(
  'a abbr b code em i kbd mark q s small span strong sub sup time math semantics mrow mi mn mo msub msup msubsup mtext mfrac'.split(
    ' ',
  ),
);
/** Their entries are found one by one: see entry-records.ts. */
const LISTED = ['card-group', 'lookup-group'];

interface Section {
  heading: string;
  /** Headings above it. */
  above: readonly string[];
  id: string;
  text: string;
  code: string;
}

/** A record for the page, and one for each of its sections. */
export function sectionRecords(article: Article): SearchRecord[] {
  const kind = /^\/(?:en\/)?api\//.test(article.path) ? 'api' : 'page';
  return sectionsOf(article)
    .filter(({ id }) => id !== 'sources')
    .map(({ heading, above, id, text, code }) => ({
      kind,
      path: id === '' ? article.path : `${article.path}#${id}`,
      ...(id === ''
        ? { title: article.title }
        : { title: heading, page: [article.title, ...above].join(' › ') }),
      text: tidy(text),
      ...(code !== '' && { files: { Python: code } }),
    }));
}

function sectionsOf({ content, description }: Article): Section[] {
  let section: Section = {
    heading: '',
    above: [],
    id: '',
    text: `${description} `,
    code: '',
  };
  const sections = [section];
  let chapter = '';
  const walk = (node: Nodes) => {
    if (node.type === 'text') {
      section.text += node.value;
    } else if (node.type === 'element' && isSkipped(node)) {
      if (isPython(node)) {
        section.code += textOf(node);
      }
    } else if (node.type === 'element' && startsSection(node)) {
      const isChapter = node.tagName === 'h2';
      chapter = isChapter ? lineOf(node) : chapter;
      section = {
        heading: lineOf(node),
        above: isChapter || chapter === '' ? [] : [chapter],
        id: attribute(node, 'id'),
        text: '',
        code: '',
      };
      sections.push(section);
    } else if ('children' in node) {
      node.children.forEach(walk);
      if (node.type === 'element' && !INLINE.has(node.tagName)) {
        section.text += ' ';
      }
    }
  };
  walk(content);
  return sections;
}

const startsSection = (node: Element) =>
  HEADINGS.has(node.tagName) && attribute(node, 'id') !== '';

/** What is found elsewhere, or reads as noise in a line of text. */
const isSkipped = (node: Element) =>
  ['pre', 'svg', 'annotation'].includes(node.tagName) ||
  (node.tagName === 'math' && attribute(node, 'display') === 'block') ||
  hasClass(node, 'cite', 'lab', 'drawing', 'file-name', ...LISTED);

const isPython = (node: Element) =>
  node.tagName === 'pre' &&
  findTag(node, 'code').some((code) => hasClass(code, 'language-python'));

/** Chinese has no spaces beside its punctuation. */
const tidy = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/(?<=[，。；：！？、（）“”]) | (?=[，。；：！？、（）“”])/g, '')
    .trim();

const lineOf = (node: Element) => textOf(node).replace(/\s+/g, ' ').trim();
