/**
 * Marks the section that is being read, in Starlight's two tables of contents
 * and in its place: it takes the name of Starlight's class, see the aliases of
 * astro.config.mjs. Starlight's goes through every element of the page with
 * `:has()` and observes thousands of them, which held up a phone for 0.3 s a
 * table; this one observes the headings.
 */
export class StarlightTOC extends HTMLElement {
  #links = new Map<Element, HTMLAnchorElement>();
  #begun = new Set<Element>();
  #current: HTMLAnchorElement | undefined;
  #observer: IntersectionObserver | undefined;

  set current(link: HTMLAnchorElement) {
    this.#current?.removeAttribute('aria-current');
    link.setAttribute('aria-current', 'true');
    this.#current = link;
  }

  connectedCallback(): void {
    for (const link of this.querySelectorAll<HTMLAnchorElement>(
      'a[href^="#"]',
    )) {
      const id = decodeURIComponent(link.hash.slice(1));
      const heading = document.getElementById(id);
      if (heading) {
        this.#links.set(heading, link);
      }
    }
    this.#observe();
    addEventListener('resize', this.#observe);
  }

  disconnectedCallback(): void {
    this.#observer?.disconnect();
    removeEventListener('resize', this.#observe);
  }

  /** A section begins when its heading stands where a link to it brings it. */
  #observe = (): void => {
    this.#observer?.disconnect();
    const { scrollPaddingTop } = getComputedStyle(document.documentElement);
    const line = Math.round(Number.parseFloat(scrollPaddingTop) || 0) + 32;
    // All of the page below the line, so that no leap is missed.
    const rootMargin = `-${line}px 0px 1000000px`;
    this.#observer = new IntersectionObserver(this.#onCrossing, {
      rootMargin,
      threshold: [0, 1],
    });
    for (const heading of this.#links.keys()) {
      this.#observer.observe(heading);
    }
  };

  #onCrossing = (entries: IntersectionObserverEntry[]): void => {
    for (const { target, boundingClientRect, rootBounds } of entries) {
      if (boundingClientRect.top < (rootBounds?.top ?? 0)) {
        this.#begun.add(target);
      } else {
        this.#begun.delete(target);
      }
    }
    const headings = [...this.#links.keys()];
    const heading =
      headings.findLast((each) => this.#begun.has(each)) ?? headings[0];
    const link = heading && this.#links.get(heading);
    if (link && link !== this.#current) {
      this.current = link;
    }
  };
}

customElements.define('starlight-toc', StarlightTOC);
