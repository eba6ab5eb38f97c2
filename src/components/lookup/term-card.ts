import type { TermFacts } from '~/lib/glossary-file';
import styles from './term-card.css?inline';

/** Milliseconds that the pointer rests on a term before its card opens. */
const REST = 250;
/** Milliseconds to move from the term to its card. */
const GRACE = 200;

const card = document.createElement('span');
card.className = 'term-card';
card.id = 'term-card';
card.popover = 'manual';
// Only who asks for a card loads its styles.
const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);
document.adoptedStyleSheets.push(sheet);
let owner: HTMLAnchorElement | null = null;
/** The keyboard goes back to it: no reason to open its card again. */
let dismissed: HTMLAnchorElement | null = null;
let timer = 0;
let facts: Promise<Record<string, TermFacts>> | undefined;

/** The file stands beside the Chinese glossary, whatever the base path. */
function factsFor(link: HTMLAnchorElement): Promise<Record<string, TermFacts>> {
  const { lang } = document.documentElement;
  const url = link.href.replace(
    /(?:en\/)?glossary\/#.*$/,
    `glossary/${lang}.json`,
  );
  facts ??= fetch(url).then((response) => {
    if (!response.ok) {
      throw new Error(`${url}: ${response.status}`);
    }
    return response.json();
  });
  facts.catch(() => {
    // The next attempt asks again.
    facts = undefined;
  });
  return facts;
}

export function showSoon(link: HTMLAnchorElement): void {
  clearTimeout(timer);
  if (link === owner || !link.matches(':hover')) {
    return;
  }
  timer = window.setTimeout(() => {
    if (link.matches(':hover')) {
      void show(link);
    }
  }, REST);
}

/** Without the definition, such as offline, the link remains a link. */
export async function show(
  link: HTMLAnchorElement,
  otherwise: () => void = () => {},
): Promise<void> {
  clearTimeout(timer);
  if (link === dismissed) {
    dismissed = null;
    return;
  }
  const wanted = link.hash.slice(1);
  const term = await factsFor(link).then(
    (all) => all[wanted],
    () => undefined,
  );
  if (term === undefined) {
    otherwise();
    return;
  }
  hide();
  fill(term);
  link.after(card);
  link.setAttribute('aria-describedby', card.id);
  owner = link;
  card.showPopover();
  place(link);
}

export function hide(): void {
  clearTimeout(timer);
  owner?.removeAttribute('aria-describedby');
  owner = null;
  card.remove();
}

function fill({ name, otherName, text, section, href }: TermFacts): void {
  const title = document.createElement('b');
  const other = document.createElement('small');
  other.textContent = otherName;
  title.append(name, otherName && ' ', other);
  const more = document.createElement('a');
  more.href = href;
  more.textContent = `› ${section}`;
  const body = document.createElement('span');
  body.textContent = text;
  const here = new URL(more.href).pathname === location.pathname;
  more.addEventListener('click', () => here && hide());
  card.replaceChildren(title, body, more);
}

/**
 * Below the term, or above where there is more room. Placed on the page, not on
 * the screen: the browser scrolls it along with its term.
 */
function place(link: HTMLAnchorElement): void {
  const [at = link.getBoundingClientRect()] = link.getClientRects();
  const { width, height } = card.getBoundingClientRect();
  const right = document.documentElement.clientWidth - width - 8;
  const isBelow = at.bottom + height + 8 < innerHeight || at.top < height + 8;
  const left = Math.max(8, Math.min(at.left, right));
  const top = isBelow ? at.bottom + 6 : at.top - height - 6;
  card.style.left = `${left + scrollX}px`;
  card.style.top = `${top + scrollY}px`;
}

const isOwn = (target: EventTarget | null) =>
  target instanceof Node &&
  (card.contains(target) || owner?.contains(target) === true);

document.addEventListener('pointerover', ({ target }) => {
  clearTimeout(timer);
  if (owner && !isOwn(target) && !owner.matches(':focus-visible')) {
    timer = window.setTimeout(hide, GRACE);
  }
});
document.addEventListener('pointerdown', ({ target }) => {
  if (!isOwn(target)) {
    hide();
  }
});
document.addEventListener('focusin', ({ target }) => {
  if (owner && !isOwn(target)) {
    hide();
  }
});
document.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape' && owner) {
    const link = owner;
    if (card.contains(document.activeElement)) {
      dismissed = link;
      link.focus();
    }
    hide();
  }
});
const follow = ({ type, target }: Event) => {
  const at = owner?.getBoundingClientRect();
  if (!owner || !at || at.bottom <= 0 || at.top >= innerHeight) {
    hide();
  } else if (type === 'resize' || target !== document) {
    place(owner);
  }
};
addEventListener('scroll', follow, { passive: true, capture: true });
addEventListener('resize', follow);
