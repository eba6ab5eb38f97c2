import type { LabId } from '@runnable-guide/labs/catalog';
import type { Locale } from '~/i18n/locales';
import { saveFile } from '~/lib/save-file';
import { MAX_LINK_LENGTH } from '~/lib/share-fragment';
import type { SharedCode } from '~/lib/share-link';
import { sitePath } from '~/lib/site-path';

/**
 * Puts a link to the edited files on the clipboard. `shown`: the clipboard is
 * closed to us, so the link stands in the address bar instead. `tooLong`: a
 * link of this length gets lost on the way; the download does not.
 */
export async function copyShareLink(
  code: SharedCode,
): Promise<'copied' | 'shown' | 'tooLong'> {
  const link = linkOf(code);
  try {
    await copy(link);
    return 'copied';
  } catch (error) {
    if (error === TOO_LONG) {
      return 'tooLong';
    }
    if (parent !== window) {
      // Nobody sees the address of a frame: another tab has one.
      open(await link, '_blank', 'noopener');
    } else {
      // replaceState fires no hashchange: the reader's own code is no news here.
      history.replaceState(null, '', await link);
    }
    return 'shown';
  }
}

/**
 * Puts the lines on the clipboard that show the lab, with the reader's edits,
 * in another page; where the clipboard is closed, into a file.
 */
export async function copyEmbedCode(
  code: SharedCode,
  title: string,
  locale: Locale,
): Promise<'copied' | 'saved'> {
  const lines = embedLines(code, title, locale);
  try {
    await copy(lines);
    return 'copied';
  } catch {
    saveFile(`embed-${code.lab}.html`, new Blob([await lines]));
    return 'saved';
  }
}

async function embedLines(
  code: SharedCode,
  title: string,
  locale: Locale,
): Promise<string> {
  const { embedCode, embedPath } = await import('~/lib/embed');
  let src = location.origin + sitePath(embedPath(code.lab as LabId, locale));
  if (Object.keys(code.files).length > 0) {
    const { encodeShare } = await import('~/lib/share-link');
    src += encodeShare(code);
  }
  return embedCode(src, title);
}

const TOO_LONG = new Error('The link is too long');

async function linkOf(code: SharedCode): Promise<string> {
  const { encodeShare } = await import('~/lib/share-link');
  // A lab by itself, in a frame elsewhere, names its page in the guide.
  const { guide } = document.documentElement.dataset;
  const page = guide ? location.origin + guide : location.href.split('#')[0];
  const link = page + encodeShare(code);
  if (link.length > MAX_LINK_LENGTH) {
    throw TOO_LONG;
  }
  return link;
}

/**
 * WebKit lets a page write to the clipboard within a click only, and loading
 * the encoder ends that: so the text is promised at once.
 */
async function copy(link: Promise<string>): Promise<void> {
  const text = link.then((value) => new Blob([value], { type: 'text/plain' }));
  text.catch(() => {}); // Told by `link`.
  try {
    const item = new ClipboardItem({ 'text/plain': text });
    await navigator.clipboard.write([item]);
  } catch {
    // A browser that takes no promise, or none of it at all.
    await navigator.clipboard.writeText(await link);
  }
}

export async function downloadLab(
  id: string,
  title: string,
  files: Readonly<Record<string, string>>,
): Promise<void> {
  const { labZip } = await import('~/lib/lab-zip');
  const bytes = labZip(id, title, files);
  saveFile(`lab-${id}.zip`, new Blob([bytes as BlobPart]));
}
