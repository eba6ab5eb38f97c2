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
