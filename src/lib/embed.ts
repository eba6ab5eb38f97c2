import type { LabId } from '@runnable-guide/labs/catalog';
import { type Locale, localeSegment } from '~/i18n/locales';
import { escapeMarkup } from './escape-markup.ts';

/** What the page in the frame tells the page around it. */
export const HEIGHT_MESSAGE = 'runnable-guide:height';

/** What the page around it may tell the page in the frame. */
export const THEME_MESSAGE = 'runnable-guide:theme';

/** Path of a lab by itself, from the root of the site. */
export function embedPath(lab: LabId, locale: Locale): string {
  const segment = localeSegment(locale);
  return `${segment && `/${segment}`}/embed/${lab}/`;
}

/** The lines that put a lab into another page. */
export function embedCode(src: string, title: string): string {
  return `<iframe
  src="${escapeMarkup(src)}"
  title="${escapeMarkup(title)}"
  allow="clipboard-write"
  loading="lazy"
  style="width: 100%; height: 700px; border: 0"
></iframe>
<script>
  addEventListener('message', ({ source, data }) => {
    for (const frame of document.querySelectorAll('iframe')) {
      if (frame.contentWindow === source && data?.type === '${HEIGHT_MESSAGE}') {
        frame.style.height = \`\${data.height}px\`;
      }
    }
  });
</script>
`;
}
