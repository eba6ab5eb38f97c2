/** What the owner of a site chooses at build, by environment variables. */
type Environment = Readonly<Record<string, string | undefined>>;

export interface Repository {
  /** `https://github.com/owner/name` */
  url: string;
  branch: string;
}

const REPOSITORY = /^https:\/\/[^/]+\/[^/]+\/[^/]+?(?:\.git)?\/?$/;

/**
 * `REPOSITORY_URL` as it stands in the address bar, with or without the
 * branch: `https://github.com/owner/name`, `…/tree/branch`.
 *
 * @throws Error if it is neither
 */
export function repositoryOf(environment: Environment): Repository | undefined {
  const given = environment['REPOSITORY_URL'] ?? '';
  if (given === '') {
    return undefined;
  }
  const [url = '', branch = 'main'] = given.split('/tree/');
  if (!REPOSITORY.test(url) || /[?#]/.test(given)) {
    throw new Error(
      `REPOSITORY_URL is '${given}'. Give the address of the repository, ` +
        'such as https://github.com/owner/name, and its branch, if that is ' +
        'not main, as in https://github.com/owner/name/tree/branch.',
    );
  }
  return {
    url: url.replace(/(?:\.git)?\/?$/, ''),
    branch: branch.replace(/\/$/, ''),
  };
}

export interface CommentsSettings {
  /** `owner/name`, a repository with GitHub Discussions. */
  repo: string;
  repoId: string;
  category: string;
  categoryId: string;
}

/** Where giscus comes from: the only other origin that a page may ever frame. */
export const COMMENTS_ORIGIN = 'https://giscus.app';

/**
 * The four values that giscus.app gives an owner, or none of them.
 *
 * @throws Error if some are there and others are not
 */
export function commentsOf(
  environment: Environment,
): CommentsSettings | undefined {
  const names = [
    'GISCUS_REPO',
    'GISCUS_REPO_ID',
    'GISCUS_CATEGORY',
    'GISCUS_CATEGORY_ID',
  ];
  const values = names.map((name) => environment[name] ?? '');
  const missing = names.filter((_, index) => values[index] === '');
  if (missing.length === names.length) {
    return undefined;
  }
  const [repo = '', repoId = '', category = '', categoryId = ''] = values;
  if (missing.length > 0) {
    throw new Error(
      `Comments need ${names.join(', ')}; ${missing.join(', ')} is missing. ` +
        `${COMMENTS_ORIGIN} shows the values for a repository.`,
    );
  }
  if (!/^[\w.-]+\/[\w.-]+$/.test(repo)) {
    throw new Error(`GISCUS_REPO is '${repo}'. Write it as owner/name.`);
  }
  return { repo, repoId, category, categoryId };
}
