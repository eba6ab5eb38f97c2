import { MAX_LINK_LENGTH } from '~/lib/share-fragment';
import type { SharedCode } from '~/lib/share-link';

/**
 * Puts a link to the edited files on the clipboard. `shown`: the clipboard is
 * closed to us, so the link stands in the address bar instead. `tooLong`: a
 * link of this length gets lost on the way; the download does not.
 */
export async function copyShareLink(
  code: SharedCode,
): Promise<'copied' | 'shown' | 'tooLong'> {
  const { encodeShare } = await import('~/lib/share-link');
  const link = location.href.split('#')[0] + encodeShare(code);
  if (link.length > MAX_LINK_LENGTH) {
    return 'tooLong';
  }
  try {
    await navigator.clipboard.writeText(link);
    return 'copied';
  } catch {
    // replaceState fires no hashchange: the reader's own code is no news here.
    history.replaceState(null, '', link);
    return 'shown';
  }
}

export async function downloadLab(
  id: string,
  title: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const { labZip } = await import('~/lib/lab-zip');
  const bytes = labZip(id, title, files);
  download(`lab-${id}.zip`, new Blob([bytes as BlobPart]));
}

export function download(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
