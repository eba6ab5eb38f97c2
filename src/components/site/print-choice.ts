import { defaultLocale, isLocale } from '~/i18n/locales';
import { printTexts } from '~/i18n/print-texts';

/**
 * Whether a page is printed with its folded answers. Paper has them unless the
 * reader chooses otherwise here: print.css shows what is closed, and what is
 * open is closed for the time of printing.
 */
const { documentElement: root } = document;
const answers = [
  ...document.querySelectorAll<HTMLDetailsElement>(
    'main :is(details.follow-up, details.choice)',
  ),
];
let opened: HTMLDetailsElement[] = [];

/** Older browsers do not know `::details-content`: there, all is opened. */
function setOpen(isOpen: boolean): void {
  opened = answers.filter(({ open }) => open);
  for (const answer of answers) {
    answer.open = isOpen;
  }
}

function restore(): void {
  for (const answer of answers) {
    answer.open = opened.includes(answer);
  }
  delete root.dataset['answers'];
}

function button(text: string, prepare: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.style.cssText =
    'min-height:2.75rem;padding:0;border:0;background:none;font:inherit;' +
    'color:var(--muted);text-decoration:underline;cursor:pointer';
  element.addEventListener('click', () => {
    prepare();
    print();
  });
  return element;
}

if (answers.length > 0) {
  const locale = isLocale(root.lang) ? root.lang : defaultLocale;
  const text = printTexts[locale];
  document.querySelector('[data-print-tools]')?.append(
    button(text.open, () => {}),
    button(text.closed, () => {
      root.dataset['answers'] = 'closed';
    }),
  );
  addEventListener('beforeprint', () => {
    setOpen(root.dataset['answers'] !== 'closed');
  });
  addEventListener('afterprint', restore);
}
