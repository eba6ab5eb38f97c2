import { parse } from 'yaml';
import { sitePathOf } from './docs.ts';

const FILE = 'src/content/article-map.yaml';

export interface Place {
  /** The article's point, in our own words. */
  point: string;
  /** Slug of the page that covers it. */
  page: string;
  /** Id of the heading under which it does. */
  heading: string;
}

export type ArticleMap = Record<string, Place>;

/** @throws if the text is not YAML or names a point twice. */
export function readMap(text: string): ArticleMap {
  return parse(text);
}

/** @param headings paths of the site with the ids of their headings */
export function mapProblems(
  map: ArticleMap,
  required: string[],
  headings: Map<string, Set<string>>,
): string[] {
  const rows = Object.entries(map);
  const texts = rows.map(([, { point }]) => point);
  return [
    ...required
      .filter((id) => !Object.hasOwn(map, id))
      .map(
        (id) =>
          `The point '${id}' of the article has no row in ${FILE}: say which ` +
          'page and heading cover it.',
      ),
    ...rows
      .filter(([id]) => !required.includes(id))
      .map(
        ([id]) =>
          `${FILE} has a row '${id}' that is not a point of the article. Add ` +
          'it to article-map.test.ts or remove the row.',
      ),
    ...rows
      .filter(([, { point }], i) => texts.indexOf(point) !== i)
      .map(([id]) => `${FILE}: '${id}' has the same text as another point.`),
    ...rows.flatMap(([id, place]) => placeProblems(id, place, headings)),
  ];
}

function placeProblems(
  id: string,
  { page, heading }: Place,
  headings: Map<string, Set<string>>,
): string[] {
  return [false, true].flatMap((isEnglish) => {
    const path = sitePathOf(page, isEnglish);
    const known = headings.get(path);
    if (known === undefined) {
      return [`${FILE}: the page of '${id}', ${path}, was not built.`];
    }
    return known.has(heading)
      ? []
      : [
          `${FILE}: '${id}' is said to be covered at ${path}#${heading}, but ` +
            'the page has no such heading. Correct the row, or give the ' +
            'section that covers it this id in both languages.',
        ];
  });
}
