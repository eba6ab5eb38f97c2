import type { Locale } from './locales';

interface SearchTexts {
  title: string;
  placeholder: string;
  close: string;
  hint: string;
  examples: string;
  tryThese: readonly string[];
  kinds: Record<'page' | 'lab' | 'api' | 'card' | 'term' | 'reference', string>;
  kindsLabel: string;
  all: string;
  count: string;
  first: string;
  /** Above hits that do not have every word as it was typed. */
  remarks: Record<'alike' | 'some', string>;
  loading: string;
  failed: string;
  retry: string;
  none: string;
  noneHint: string;
  glossary: string;
  references: string;
  /** Without the script that opens the search. */
  unavailable: string;
  needsScript: string;
}

const zh: SearchTexts = {
  title: '搜索',
  placeholder: '术语、代码里的名字、作者……',
  close: '取消',
  hint: '↑ ↓ 选择，Enter 打开，Esc 关闭',
  examples: '比如',
  tryThese: ['蒸馏', 'KV缓存', 'TTFT', 'bestSplit', 'Hinton 2015'],
  kinds: {
    page: '页面',
    lab: '实验',
    api: '接口',
    card: '卡片',
    term: '术语',
    reference: '文献',
  },
  kindsLabel: '只看',
  all: '全部',
  count: '{count}条结果',
  first: '{count}条结果，列出最前面的{shown}条',
  remarks: {
    alike: '没有完全一样的写法，下面是写法相近的。',
    some: '没有一条结果包含你输入的全部文字，下面的只包含其中一部分。',
  },
  loading: '正在载入搜索……',
  failed: '搜索的数据没有载入。检查网络后再试；你输入的文字还在。',
  retry: '再试一次',
  none: '没有找到“{query}”。',
  noneHint: '少写几个字，或者换成英文、缩写再试；也可以翻翻',
  glossary: '术语表',
  references: '文献',
  unavailable: '搜索没有载入。检查网络后再按一次。',
  needsScript: '搜索需要JavaScript',
};

const en: SearchTexts = {
  title: 'Search',
  placeholder: 'term, name in code, author…',
  close: 'Cancel',
  hint: '↑ ↓ to choose, Enter to open, Esc to close',
  examples: 'For example',
  tryThese: ['distillation', 'KV cache', 'TTFT', 'bestSplit', 'Hinton 2015'],
  kinds: {
    page: 'Page',
    lab: 'Lab',
    api: 'API',
    card: 'Card',
    term: 'Term',
    reference: 'Reference',
  },
  kindsLabel: 'Only',
  all: 'All',
  count: '{count} {count:result|results}',
  first: '{count} {count:result|results}, the best {shown} of them',
  remarks: {
    alike: 'Nothing is spelled exactly like that; these are close.',
    some: 'No result has every word; these have some of them.',
  },
  loading: 'Loading the search…',
  failed:
    'The search could not be loaded. Check the network and try again; what you typed is still there.',
  retry: 'Try again',
  none: 'Nothing found for “{query}”.',
  noneHint: 'Try fewer words, or an abbreviation; or look through the',
  glossary: 'glossary',
  references: 'references',
  unavailable:
    'The search could not be loaded. Check the network and press again.',
  needsScript: 'Search needs JavaScript',
};

/** Texts of the search, which a page loads when it is opened. */
export const searchTexts: Record<Locale, SearchTexts> = { 'zh-CN': zh, en };
