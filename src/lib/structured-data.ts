/** What https://schema.org asks for; `Question` needs an accepted answer. */
export interface PageFacts {
  kind: 'guide' | 'concept' | 'coding' | 'tool';
  isHome: boolean;
  lang: string;
  title: string;
  description: string;
  /** Whole addresses, or paths where the host is not known. */
  url: string;
  image: string;
  siteName: string;
  siteUrl: string;
  verified: Date;
  difficulty?: 1 | 2 | 3;
  tags?: readonly string[];
  /** The key questions of the page. */
  questions: readonly { question: string; answer: string; url: string }[];
}

const LEVELS = { 1: 'Beginner', 2: 'Intermediate', 3: 'Advanced' } as const;
const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

/** JSON-LD of a page; undefined for one that is a tool and teaches nothing. */
export function structuredData(page: PageFacts): object | undefined {
  const common = {
    '@context': 'https://schema.org',
    name: page.title,
    description: page.description,
    inLanguage: page.lang,
    url: page.url,
    license: LICENCE,
    isAccessibleForFree: true,
  };
  if (page.isHome) {
    return { '@type': 'WebSite', ...common };
  }
  if (page.kind === 'tool') {
    return undefined;
  }
  return {
    '@type': ['WebPage', 'LearningResource'],
    ...common,
    image: page.image,
    isPartOf: { '@type': 'WebSite', name: page.siteName, url: page.siteUrl },
    lastReviewed: page.verified.toISOString().slice(0, 10),
    learningResourceType: page.kind === 'guide' ? 'Article' : 'Lesson',
    ...(page.difficulty && { educationalLevel: LEVELS[page.difficulty] }),
    ...(page.tags && { keywords: page.tags }),
    hasPart: page.questions.map(({ question, answer, url }) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: answer, url },
    })),
  };
}

/** As the text of a script element: nothing in it can end the element. */
export function jsonForScript(data: object): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
