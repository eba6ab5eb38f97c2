import { sharedLabOf } from '~/lib/share-fragment';

/**
 * The lab of this page that the address carries code for. One whose name is
 * none of theirs was cut or went to another page: the first lab says so.
 */
export function labOfLink(): string | null {
  const shared = sharedLabOf(location.hash);
  if (shared === null) {
    return null;
  }
  const labs = [...document.querySelectorAll<HTMLElement>('.playground')].map(
    ({ dataset }) => dataset['lab'] ?? null,
  );
  return labs.includes(shared) ? shared : (labs[0] ?? null);
}
