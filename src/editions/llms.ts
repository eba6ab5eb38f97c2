import type { Locale } from '../i18n/locales.ts';
import type { Article } from './article.ts';
import type { Part } from './contents.ts';

const texts = {
  'zh-CN': {
    about:
      '每个链接是一页的全文Markdown：公式是TeX，实验是代码块，图写成一句描述，引用直接链到原始来源。网页上的实验可以在浏览器里改、可以运行。',
    whole: '全部页面在一个文件里',
    pages: '页面',
    more: '其他',
    other: 'English edition',
  },
  en: {
    about:
      'Each link is the full text of a page in Markdown: formulas as TeX, labs as code blocks, figures as a sentence, citations as links to the source. On the web page the labs can be changed and run.',
    whole: 'All pages in one file',
    pages: 'Pages',
    more: 'More',
    other: '中文版',
  },
} as const satisfies Record<Locale, unknown>;

interface Options {
  locale: Locale;
  /** The home page of the language. */
  home: Article;
  parts: readonly Part[];
  /** The page of a chapter, and where its Markdown is. */
  articleAt: (href: string) => Article | undefined;
  markdownAt: (article: Article) => string;
  /** Addresses of the files of this language and of the other one. */
  whole: string;
  other: string;
}

/** `llms.txt` as https://llmstxt.org describes it. */
export function llmsText(options: Options): string {
  const { locale, home, parts, articleAt, markdownAt } = options;
  const text = texts[locale];
  const sections = parts.map(({ name, chapters }) => {
    const lines = chapters.flatMap(({ href }) => {
      const article = articleAt(href);
      return article === undefined
        ? []
        : `- [${article.title}](${markdownAt(article)}): ${article.description}`;
    });
    return `## ${name || text.pages}\n\n${lines.join('\n')}\n`;
  });
  return [
    `# ${home.title}\n`,
    `> ${home.description}\n`,
    `${text.about}\n`,
    ...sections,
    `## ${text.more}\n`,
    `- [${text.whole}](${options.whole})`,
    `- [${text.other}](${options.other})\n`,
  ].join('\n');
}
