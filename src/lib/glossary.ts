import { getCollection, getEntry } from 'astro:content';
import { type Locale, localeSegment } from '~/i18n/locales';
import { headingsIn } from '~/lib/citations-in';
import { referenceById, shortName } from '~/lib/references';
import { sitePath } from '~/lib/site-path';

export interface Term {
  id: string;
  name: string;
  /** Name in the other language; empty where it is the same. */
  otherName: string;
  /** Abbreviations and other names. */
  aliases: string[];
  /** Letter under which it stands: of the word, or of its pinyin. */
  initial: string;
  text: string;
  /** The section that treats it. */
  page: string;
  section: string;
  href: string;
  source?: { name: string; href: string };
}

/** Every term in one language, in the order of a dictionary. */
export async function glossaryTerms(locale: Locale): Promise<Term[]> {
  const segment = localeSegment(locale);
  const prefix = segment && `/${segment}`;
  const terms = await Promise.all(
    (await getCollection('glossary')).map(async ({ id, data }) => {
      const own = locale === 'en' ? data.en : data.zh;
      const other = locale === 'en' ? data.zh : data.en;
      const [slug = '', heading = ''] = data.at.split('#');
      const page = await getEntry('docs', `${prefix}/${slug}`.slice(1));
      const section = headingsIn(page?.body ?? '').get(heading);
      if (page === undefined || section === undefined) {
        throw new Error(
          `content/glossary.yaml: '${id}' stands at '${data.at}', but ` +
            `${prefix}/${slug} has no such page or heading.`,
        );
      }
      const source = data.source && (await referenceById(data.source));
      return {
        id,
        name: own.name,
        otherName: other.name === own.name ? '' : other.name,
        aliases: [...data.short, ...own.aliases].filter(
          (alias) =>
            ![own.name, other.name]
              .map((name) => name.toLowerCase())
              .includes(alias.toLowerCase()),
        ),
        initial: own.initial ?? initialOf(own.name),
        text: own.text,
        page: page.data.title,
        section,
        href: sitePath(`${prefix}/${slug}/#${heading}`),
        ...(source && {
          source: {
            name: shortName(source),
            href: sitePath(`${prefix}/references/#${source.id}`),
          },
        }),
      };
    }),
  );
  const order = new Intl.Collator(locale, { numeric: true });
  return terms.sort(
    (a, b) =>
      order.compare(a.initial, b.initial) || order.compare(a.name, b.name),
  );
}

/** The first Han character, by pinyin, of each letter that has some. */
const FIRST_OF_LETTER =
  'A阿 B八 C嚓 D哒 E妸 F发 G旮 H哈 J讥 K咔 L垃 M痳 N拏 O噢 P妑 Q七 R呥 S扨 T它 W穵 X夕 Y丫 Z帀'.split(
    ' ',
  );
const pinyin = new Intl.Collator('zh-CN-u-co-pinyin');

/** A to Z, or # for digits and signs. */
export function initialOf(name: string): string {
  const [first = ''] = name;
  if (!/\p{Script=Han}/u.test(first)) {
    return /[a-z]/i.test(first) ? first.toUpperCase() : '#';
  }
  const letter = FIRST_OF_LETTER.findLast(
    (entry) => pinyin.compare(entry.slice(1), first) <= 0,
  );
  return letter?.charAt(0) ?? '#';
}
