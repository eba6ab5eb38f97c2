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
