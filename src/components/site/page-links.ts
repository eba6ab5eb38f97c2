import { withHeading } from '~/lib/page-links';

// Here, and not in a style sheet: few sites have these links.
const STYLE =
  'display:flex;align-items:center;min-height:2.75rem;' +
  'color:var(--muted);font-size:var(--sl-text-xs)';

/**
 * Fills the heading that is being read into the links that report a mistake,
 * and puts such a link below each table of contents, where it is at hand. At
 * the foot of the page that is the heading where the reader last rested: who
 * has found a mistake scrolls to the foot to look for such a link.
 */
const foot = document.querySelector<HTMLElement>('.page-links');
const first = foot?.querySelector<HTMLAnchorElement>('[data-report]');
const headings = [
  ...document.querySelectorAll<HTMLElement>('main :is(h2, h3, h4)[id]'),
];

if (foot && first) {
  const bare = first.href;
  const links = [first];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const fill = () => {
    const read = headings.findLast(
      (heading) => heading.getBoundingClientRect().top < innerHeight / 3,
    );
    const href = read
      ? withHeading(bare, { id: read.id, text: read.textContent.trim() })
      : bare;
    for (const link of links) {
      link.href = href;
    }
  };

  const places = 'starlight-toc nav, mobile-starlight-toc .dropdown';
  for (const place of document.querySelectorAll(places)) {
    const link = first.cloneNode(true) as HTMLAnchorElement;
    link.style.cssText = STYLE;
    link.style.paddingInline = place.localName === 'nav' ? '0.5rem' : '1rem';
    link.textContent = foot.dataset['here'] ?? '';
    link.addEventListener('pointerdown', fill);
    link.addEventListener('focus', fill);
    place.append(link);
    links.push(link);
  }

  const onScroll = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (foot.getBoundingClientRect().top > innerHeight) {
        fill();
      }
    }, 500);
  };
  addEventListener('scroll', onScroll, { passive: true });
  onScroll();
}
