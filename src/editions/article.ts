import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { attribute, find, findTag, hasClass, textOf } from './hast.ts';
import { putOtherFiles } from './lab-files.ts';
import { plainContent } from './plain-content.ts';

/** A page as a text of its own: what every edition of it starts from. */
export interface Article {
  /** From the root of the site, base path left out: `/en/errata/`. */
  path: string;
  lang: string;
  title: string;
  /** Kind of the page in words, above its title; empty for most. */
  eyebrow: string;
  description: string;
  /** What it is about, as printed below its title; empty for most. */
  tags: readonly string[];
  /** Day on which its facts were last checked, `2026-11-23`. */
  verified: string;
  /** Plain elements: no scripts, buttons, islands or folds. */
  content: Root;
}

/**
 * Reads a built page; undefined for one that holds no text to read.
 *
 * @param labFiles as in `putOtherFiles`
 */
export function articleOf(
  path: string,
  html: string,
  labFiles: ReadonlyMap<string, readonly Element[]>,
): Article | undefined {
  const tree = fromHtml(html);
  putOtherFiles(tree, labFiles);
  const [main] = findTag(tree, 'main');
  const heading = main && findTag(main, 'h1')[0];
  const isHidden = find(
    tree,
    ({ properties }) => properties['name'] === 'robots',
  ).some((element) => attribute(element, 'content').includes('noindex'));
  if (main === undefined || heading === undefined || isHidden) {
    return undefined;
  }
  const [tags] = find(main, (element) => hasClass(element, 'page-tags'));
  const [day] = find(main, (element) => hasClass(element, 'page-facts'))
    .flatMap((facts) => findTag(facts, 'time'))
    .map((time) => attribute(time, 'dateTime'));
  const [description] = find(
    tree,
    ({ tagName, properties }) =>
      tagName === 'meta' && properties['name'] === 'description',
  );
  const [title] = find(main, (element) => hasClass(element, 'page-title'));
  const [eyebrow] = title
    ? find(title, (element) => hasClass(element, 'eyebrow'))
    : [];
  return {
    path,
    lang: attribute(main, 'lang'),
    eyebrow: eyebrow ? textOf(eyebrow).trim() : '',
    title: textOf(heading).replace(/\s+/g, ' ').trim(),
    description: description ? attribute(description, 'content') : '',
    tags: tags ? textOf(tags).split(' · ') : [],
    verified: day ?? '',
    content: { type: 'root', children: plainContent(main) },
  };
}
