import { sourceHash } from '../../../scripts/source-hash.ts';
import type { MdxPage } from './mdx.ts';

const SAME_FIELDS = [
  'kind',
  'template',
  'topic',
  'difficulty',
  'lab',
  'references',
] as const;

/** Where an English page has another shape than its Chinese page. */
export function shapeProblems(
  slug: string,
  chinese: MdxPage,
  english: MdxPage,
): string[] {
  const fields = SAME_FIELDS.flatMap((field) => {
    const [zh, en] = [chinese, english].map(({ frontmatter }) =>
      JSON.stringify(frontmatter[field]),
    );
    return zh === en
      ? []
      : [
          `${slug}: the frontmatter field '${field}' is ${zh} in Chinese and ` +
            `${en} in English. It does not depend on the language: make ` +
            'them the same.',
        ];
  });
  const mark = ({ level, id }: MdxPage['headings'][number]) =>
    `${'#'.repeat(level)} [#${id}]`;
  return [
    ...fields,
    ...difference(
      slug,
      'heading',
      chinese.headings.map(mark),
      english.headings.map(mark),
    ),
    ...difference(slug, 'component', chinese.components, english.components),
  ];
}

function difference(
  slug: string,
  what: string,
  chinese: string[],
  english: string[],
): string[] {
  const length = Math.max(chinese.length, english.length);
  for (let i = 0; i < length; i += 1) {
    const [zh = 'missing', en = 'missing'] = [chinese[i], english[i]];
    if (zh !== en) {
      return [
        `${slug}: ${what} ${i + 1} is ${zh} in Chinese and ${en} in English. ` +
          `Both languages have the same ${what}s in the same order.`,
      ];
    }
  }
  return [];
}

/** Headings that have no id of their own, or one that is taken. */
export function headingProblems(path: string, page: MdxPage): string[] {
  const seen = new Set<string>();
  return page.headings.flatMap(({ level, id, text }) => {
    if (id === undefined) {
      return level <= 3
        ? [
            `${path}: the heading '${text}' has no id. End it with ` +
              '`[#some-id]`, the same in both languages.',
          ]
        : [];
    }
    const isTaken = seen.has(id);
    seen.add(id);
    return isTaken
      ? [`${path}: two headings have the id '${id}'. Rename one of them.`]
      : [];
  });
}

/** Whether the Chinese page has changed since it was translated. */
export function hashProblem(
  slug: string,
  chinese: string,
  english: MdxPage,
): string[] {
  return english.frontmatter['sourceHash'] === sourceHash(chinese)
    ? []
    : [
        `${slug}: the Chinese page has changed since the English one was ` +
          'written. Carry the change over, then record it: ' +
          '`npx node scripts/source-hash.ts --write`',
      ];
}
