import type { Element, ElementContent, Root, RootContent } from 'hast';
import { guideOf } from '../../src/editions/guide.ts';
import {
  attribute,
  classesOf,
  find,
  findTag,
  hasClass,
  make,
  textOf,
} from '../../src/editions/hast.ts';
import type { BuiltPage } from '../../src/editions/pages.ts';
import { plainColour } from '../../src/editions/plain-colour.ts';
import type { Locale } from '../../src/i18n/locales.ts';

/** The guide in one language, as a book has it. */
export interface Book {
  locale: Locale;
  title: string;
  description: string;
  /** The last day on which facts of a chapter were checked. */
  verified: string;
  chapters: Chapter[];
}

/** What the contents list: a chapter or a section. */
export interface Place {
  title: string;
  href: string;
}

export interface Chapter extends Place {
  /** `k-means`, of the page's address; unique in the book. */
  id: string;
  /** The part it belongs to; empty for one of the top level. */
  part: string;
  eyebrow: string;
  /** Those that a link can lead to: not the letters of a list. */
  sections: Place[];
  content: Root;
}

/** How an edition names the places in it. */
export interface Places {
  /** The id that an element of a chapter has in the book. */
  idOf: (chapter: string, id: string) => string;
  hrefOf: (chapter: string, id: string | undefined) => string;
}

/** Pages that are tools, or lists for other programs. */
const NO_CHAPTERS = /\/(?:api|review|progress|interview|licences)\//;
/** What a page on paper or in a reader has no use for. */
const DROPPED =
  /^(?:data|aria|on)[A-Z]|^(?:tabIndex|style|hidden|role|className|dir|paintOrder)$/;
const KEPT_CLASSES = new Set([
  'question',
  'short-answer',
  'lab',
  'fold',
  'fold-title',
  'file-name',
  'drawing',
  'choices',
  'cite',
]);

/**
 * @param options `base` and `site` as in the configuration of Astro
 * @throws Error if the guide has no introduction in that language
 */
export function bookOf(
  pages: ReadonlyMap<string, BuiltPage>,
  locale: Locale,
  options: { base: string; site: string | undefined },
  places: Places,
): Book {
  const prefix = options.base.replace(/\/$/, '');
  const { home, parts, articleAt } = guideOf(pages, locale, prefix);
  const drafts = parts.flatMap(({ name, chapters }) =>
    chapters.flatMap(({ href }) => {
      const path = href.slice(prefix.length);
      const article = articleAt(href);
      return article === undefined || NO_CHAPTERS.test(path)
        ? []
        : [{ id: path.split('/').at(-2) ?? '', part: name, path, article }];
    }),
  );
  const ids = new Map(drafts.map(({ id, article }) => [id, idsIn(article)]));
  const chapterAt = new Map(drafts.map(({ path, id }) => [path, id]));

  /** Where a link of a chapter leads in the book, or outside. */
  function target(chapter: string, href: string): string | undefined {
    const [address = '', id] = href.split('#');
    const path = address.slice(prefix.length);
    const found = address === '' ? chapter : chapterAt.get(path);
    if (found !== undefined) {
      const isThere = id !== undefined && ids.get(found)?.has(id);
      return places.hrefOf(found, isThere ? id : undefined);
    }
    if (/^https?:/.test(href)) {
      return href;
    }
    return options.site ? new URL(href, options.site).href : undefined;
  }

  return {
    locale,
    title: home.title,
    description: home.description,
    verified:
      drafts
        .map(({ article }) => article.verified)
        .sort()
        .at(-1) ?? '',
    chapters: drafts.map(({ id, part, article }) => ({
      id,
      part,
      title: article.title,
      href: places.hrefOf(id, undefined),
      eyebrow: article.eyebrow,
      sections: findTag(article.content, 'h2')
        .filter((heading) => attribute(heading, 'id') !== '')
        .map((heading) => ({
          title: textOf(heading).trim(),
          href: places.hrefOf(id, attribute(heading, 'id')),
        })),
      content: {
        type: 'root',
        children: tidyAll(
          article.content.children,
          (href) => target(id, href),
          (own) => places.idOf(id, own),
        ),
      },
    })),
  };
}

function idsIn({ content }: { content: Root }): Set<string> {
  const elements = find(content, ({ properties }) => 'id' in properties);
  return new Set(elements.map((element) => attribute(element, 'id')));
}

/** Nodes without what needs a browser, their links led into the book. */
function tidyAll(
  nodes: readonly RootContent[],
  target: (href: string) => string | undefined,
  idOf: (id: string) => string,
): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type === 'element') {
      const children = tidyAll(node.children, target, idOf);
      return [tidy(node, children, target, idOf)];
    }
    return node.type === 'text' ? [node] : [];
  });
}

function tidy(
  element: Element,
  children: ElementContent[],
  target: (href: string) => string | undefined,
  idOf: (id: string) => string,
): Element {
  const { tagName } = element;
  const properties: Element['properties'] = {};
  for (const [name, value] of Object.entries(element.properties)) {
    if (!DROPPED.test(name)) {
      properties[name] = typeof value === 'string' ? plainColour(value) : value;
    }
  }
  const kept = classesOf(element).filter((name) => KEPT_CLASSES.has(name));
  if (kept.length > 0) {
    properties['className'] = kept;
  }
  if (typeof properties['id'] === 'string') {
    properties['id'] = idOf(properties['id']);
  }
  if (tagName === 'a') {
    const href = target(attribute(element, 'href'));
    return href === undefined
      ? { ...element, tagName: 'span', properties: {}, children }
      : {
          ...element,
          properties: { ...pick(properties, 'id', 'className'), href },
          children,
        };
  }
  if (hasClass(element, 'drawing')) {
    const label = attribute(element, 'ariaLabel');
    return make('figure', properties, [
      ...children,
      make('figcaption', {}, [label]),
    ]);
  }
  return { ...element, properties, children };
}

function pick(properties: Element['properties'], ...names: string[]) {
  return Object.fromEntries(
    Object.entries(properties).filter(([name]) => names.includes(name)),
  );
}

/** TeX of a formula, which its MathML carries as an annotation. */
export function texOf(math: Element): string {
  const [annotation] = find(math, ({ tagName }) => tagName === 'annotation');
  return annotation === undefined ? '' : textOf(annotation);
}
