import { type CollectionEntry, getEntry } from 'astro:content';

export type Reference = CollectionEntry<'references'>;

/** @throws if the id is not in content/references.yaml. */
export async function referenceById(id: string): Promise<Reference> {
  const reference = await getEntry('references', id);
  if (reference === undefined) {
    throw new Error(
      `Reference '${id}' is cited, but content/references.yaml has no entry ` +
        'of that id. Add it with a verified title and address.',
    );
  }
  return reference;
}

/** `Hinton 2015`: first author's surname and year. */
export function shortName({ data }: Reference): string {
  const [first = data.authors] = data.authors.split(/,| et al| and /);
  return `${first.trim()} ${data.year}`;
}

/** `Zhou et al., ICLR 2024 (arXiv 2023)`: authors, where and when. */
export function detailOf({ data }: Pick<Reference, 'data'>): string {
  const { authors, venue, year } = data;
  if (venue?.includes(String(year))) {
    return `${authors}, ${venue}`;
  }
  // Known by the year of its first version, and published in another.
  if (venue !== undefined && /\b(?:19|20)\d\d\b/.test(venue)) {
    return `${authors}, ${venue} (arXiv ${year})`;
  }
  return [authors, venue, year].filter((part) => part !== undefined).join(', ');
}
