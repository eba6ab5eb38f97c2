import type { Repository } from './owner-settings';

export interface PageSource {
  repository: Repository;
  /** Of the file, from the root of the repository. */
  file: string;
  /** Whole address of the page, or its path where the host is not known. */
  page: string;
  title: string;
  version: string;
  /** Words of the report in the reader's language. */
  words: {
    subject: string;
    page: string;
    section: string;
    version: string;
    what: string;
  };
}

/** Where GitHub opens the source of a page for editing. */
export function editLink({ repository, file }: PageSource): string {
  return encodeURI(`${repository.url}/edit/${repository.branch}/${file}`);
}

/** A new issue that says where the mistake is; the reader says what it is. */
export function reportLink(source: PageSource): string {
  const { repository, page, title, version, words } = source;
  const url = new URL(`${repository.url}/issues/new`);
  url.searchParams.set('title', `${words.subject}${title}`);
  url.searchParams.set(
    'body',
    `${words.page}${page}\n${words.section}\n` +
      `${words.version}${version}\n\n${words.what}\n`,
  );
  return url.href;
}

/** The report of `reportLink` with the heading that is meant. */
export function withHeading(
  report: string,
  heading: { id: string; text: string },
): string {
  const url = new URL(report);
  const [page = '', section = '', ...rest] = (
    url.searchParams.get('body') ?? ''
  ).split('\n');
  url.searchParams.set(
    'body',
    [`${page}#${heading.id}`, section + heading.text, ...rest].join('\n'),
  );
  return url.href;
}
