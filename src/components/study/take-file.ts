import { saveFile } from '~/lib/save-file';

/**
 * Saves the file of a link. Browsers do not ask a service worker for a link
 * with `download`, so that without a network only a script gets the copy that
 * is stored.
 */
export async function takeFile(event: Event): Promise<void> {
  const link = event.currentTarget as HTMLAnchorElement;
  event.preventDefault();
  try {
    const response = await fetch(link.href);
    if (!response.ok) {
      throw new Error(`HTTP ${response.status}`);
    }
    const name = new URL(link.href).pathname.split('/').at(-1) ?? '';
    saveFile(name, await response.blob());
  } catch {
    // The browser says what is wrong.
    location.assign(link.href);
  }
}
