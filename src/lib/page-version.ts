import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * What a reader has before them: the version of the guide, and the last commit
 * that touched the source of the page where the build knows the history. Not
 * the commit of the build: with it, every page would change with every one,
 * and be stored anew by all who read without a network.
 */
export function pageVersion(file: string): string {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const commit = lastCommitOf(file);
  return commit === '' ? version : `${version} (${commit})`;
}

function lastCommitOf(file: string): string {
  try {
    return execFileSync('git', ['log', '-1', '--format=%h', '--', file], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return ''; // No git, or no repository.
  }
}
