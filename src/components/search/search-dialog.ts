import { fill } from '~/i18n/fill';
import { defaultLocale, isLocale, localeSegment } from '~/i18n/locales';
import { searchTexts } from '~/i18n/search-texts';
import { element } from '~/lib/element';
import type { Found, SearchEngine } from '~/lib/search/search-engine';
import type { Kind } from '~/lib/search/search-record';
import { sitePath } from '~/lib/site-path';
import { kindChoice } from './kind-choice';
import { loadEngine } from './load-engine';
import { resultItem } from './result-item';
import styles from './search-dialog.css?inline';

/** More than anybody walks through; the kinds narrow them down. */
const MOST = 40;

const NOTHING: Found = { hits: [], fit: 'every' };

const { lang } = document.documentElement;
const locale = isLocale(lang) ? lang : defaultLocale;
const texts = searchTexts[locale];

const input = element('input', {
  class: 'search-input',
  type: 'text',
  placeholder: texts.placeholder,
  'aria-label': texts.title,
  autocomplete: 'off',
  autocapitalize: 'off',
  spellcheck: 'false',
  enterkeyhint: 'search',
  autofocus: true,
});
const close = element(
  'button',
  { class: 'search-close', type: 'button' },
  texts.close,
);
const bar = element(
  'form',
  { class: 'search-bar', role: 'search' },
  input,
  close,
);
const status = element('p', { class: 'search-status', role: 'status' });
const choices = element('div', {
  class: 'search-kinds',
  role: 'group',
  'aria-label': texts.kindsLabel,
});
const list = element('ol', { class: 'search-results' });
const notice = element('div', { class: 'search-notice' });
const hint = element('p', { class: 'search-hint' }, texts.hint);
const body = element('div', { class: 'search-body' }, choices, list, notice);
const dialog = element(
  'dialog',
  { class: 'search-dialog not-content', 'aria-label': texts.title },
  bar,
  status,
  body,
  hint,
);

let kind: Kind | undefined;
/** The latest search; the one before has nothing more to say. */
let latest = Promise.resolve();

/** The dialog, to be put into the page once. */
export function createDialog(): HTMLDialogElement {
  // Only who searches loads its styles.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(styles);
  document.adoptedStyleSheets.push(sheet);
  input.addEventListener('input', (event) => {
    // Of a word that is still being composed from pinyin, only letters exist.
    if (!(event as InputEvent).isComposing) {
      latest = search();
    }
  });
  input.addEventListener('compositionend', () => {
    latest = search();
  });
  bar.addEventListener('submit', (event) => {
    event.preventDefault();
    void latest.then(() => links()[0]?.click());
  });
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', onClick);
  dialog.addEventListener('keydown', onKey);
  latest = search();
  return dialog;
}

const links = () => [...list.querySelectorAll('a')];

async function search(): Promise<void> {
  const query = input.value.trim();
  let engine: SearchEngine;
  try {
    const loading = loadEngine(locale);
    if (query !== '') {
      status.textContent = texts.loading;
    }
    engine = await loading;
  } catch {
    if (query !== '') {
      show(NOTHING, [failure()], '');
    }
    return;
  }
  // Another letter has been typed in the meantime.
  if (query !== input.value.trim()) {
    return;
  }
  dialog.dataset['query'] = query;
  if (query === '') {
    show(NOTHING, [examples()], '');
    return;
  }
  const found = engine.find(query);
  if (found.hits.length === 0) {
    const sentence = fill(texts.none, { query });
    show(found, [noResult(sentence)], sentence);
  } else {
    show(found, [], countText(found.hits.length));
  }
}

function show(found: Found, notices: Element[], said: string): void {
  const { hits, fit } = found;
  const has = (wanted: Kind) =>
    hits.some(({ record }) => record.kind === wanted);
  if (kind !== undefined && !has(kind)) {
    kind = undefined;
  }
  const shown = hits.filter(({ record }) => !kind || record.kind === kind);
  choices.replaceChildren(
    ...kindChoice(hits, kind, texts, (chosen) => {
      kind = chosen;
      show(found, notices, said);
      choices.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
    }),
  );
  list.replaceChildren(
    ...shown.slice(0, MOST).map((hit) => resultItem(hit, texts)),
  );
  notice.replaceChildren(...notices);
  status.classList.toggle('is-unseen', hits.length === 0);
  status.replaceChildren(
    ...(fit === 'every'
      ? []
      : [element('strong', {}, texts.remarks[fit]), ' ']),
    kind === undefined ? said : countText(shown.length),
  );
  body.scrollTop = 0;
}

function countText(count: number): string {
  const text = count > MOST ? texts.first : texts.count;
  return fill(text, { count, shown: MOST });
}

function examples(): Element {
  const buttons = texts.tryThese.map((query) => {
    const button = element('button', { type: 'button' }, query);
    button.addEventListener('click', () => {
      input.value = query;
      input.focus();
      latest = search();
    });
    return button;
  });
  return element('p', { class: 'search-examples' }, texts.examples, ...buttons);
}

function noResult(sentence: string): Element {
  const segment = localeSegment(locale);
  const link = (slug: 'glossary' | 'references') =>
    element(
      'a',
      { href: sitePath(`${segment && `/${segment}`}/${slug}/`) },
      texts[slug],
    );
  return element(
    'div',
    { class: 'search-none' },
    element('p', {}, sentence),
    element(
      'p',
      {},
      `${texts.noneHint} `,
      link('glossary'),
      ' · ',
      link('references'),
    ),
  );
}

function failure(): Element {
  const retry = element('button', { type: 'button' }, texts.retry);
  retry.addEventListener('click', () => {
    input.focus();
    latest = search();
  });
  return element(
    'div',
    { class: 'search-none', role: 'alert' },
    element('p', {}, texts.failed),
    retry,
  );
}

function onClick({ target }: MouseEvent): void {
  // A click beside the dialog is on the dialog itself.
  const isBeside = target === dialog;
  if (isBeside || (target instanceof Element && target.closest('a'))) {
    dialog.close();
  }
}

function onKey(event: KeyboardEvent): void {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const all = links();
  const at = all.indexOf(document.activeElement as HTMLAnchorElement);
  const isTyping = document.activeElement === input;
  const to: Partial<Record<string, HTMLElement | undefined>> = {
    ArrowDown: all[at + 1] ?? all.at(-1),
    ArrowUp: at > 0 ? all[at - 1] : input,
    ...(isTyping ? {} : { Home: all[0], End: all.at(-1) }),
  };
  if (event.key in to) {
    event.preventDefault();
    to[event.key]?.focus();
  } else if (at >= 0 && (event.key.length === 1 || event.key === 'Backspace')) {
    // The letter goes to the box.
    input.focus();
  }
}
