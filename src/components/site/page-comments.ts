import type { CommentsTexts } from '~/i18n/comments-texts';
import { fill } from '~/i18n/fill';
import { COMMENTS_ORIGIN, type CommentsSettings } from '~/lib/owner-settings';

type Texts = Pick<CommentsTexts, 'title' | 'loading' | 'slow' | 'failed'>;

/** Says so if giscus has not answered by then. */
const PATIENCE_MS = 15_000;

/** In this tab the reader has asked for comments. */
const ASKED = 'comments-asked';

/**
 * A frame of giscus, and nothing of it outside that frame: its own script,
 * which could read all that the site stores, is not used.
 */
class PageComments extends HTMLElement {
  private readonly texts: Texts = JSON.parse(this.dataset['texts'] ?? '{}');

  connectedCallback(): void {
    const { button } = this;
    button.hidden = false;
    button.addEventListener('click', () => void this.load());
    if (takeSession()) {
      void this.load();
    }
  }

  private async load(): Promise<void> {
    this.button.disabled = true;
    this.say(this.texts.loading);
    try {
      sessionStorage.setItem(ASKED, '');
      const { GiscusWidget } = await import('giscus');
      const widget = new GiscusWidget();
      for (const [name, value] of Object.entries(this.attributesOfWidget())) {
        widget.setAttribute(name, value);
      }
      this.wait();
      this.append(widget);
      followTheme(widget);
      await widget.updateComplete;
      widget.shadowRoot
        ?.querySelector('iframe')
        ?.setAttribute('title', this.texts.title);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.say(fill(this.texts.failed, { reason }));
      this.button.disabled = false;
    }
  }

  private attributesOfWidget(): Record<string, string> {
    const settings: CommentsSettings = JSON.parse(
      this.dataset['settings'] ?? '{}',
    );
    return {
      repo: settings.repo,
      repoid: settings.repoId,
      category: settings.category,
      categoryid: settings.categoryId,
      // Stays when the site moves; `strict`, for one slug contains another's.
      mapping: 'specific',
      term: this.dataset['page'] ?? '',
      strict: '1',
      lang: document.documentElement.lang,
      theme: themeOfPage(),
    };
  }

  /** The first word from the frame ends the wait. */
  private wait(): void {
    const timer = setTimeout(() => this.say(this.texts.slow), PATIENCE_MS);
    const onMessage = ({ origin }: MessageEvent) => {
      if (origin === COMMENTS_ORIGIN) {
        clearTimeout(timer);
        removeEventListener('message', onMessage);
        this.button.hidden = true;
        this.say('');
      }
    };
    addEventListener('message', onMessage);
  }

  private say(text: string): void {
    (this.querySelector('[role="status"]') as HTMLElement).textContent = text;
  }

  private get button(): HTMLButtonElement {
    return this.querySelector('button') as HTMLButtonElement;
  }
}

/**
 * After signing in, giscus comes back with a session in the address. Stored for
 * its frame only if this tab has asked for comments, so that no link can slip
 * one in, and taken out of the address, which readers share.
 */
function takeSession(): boolean {
  const url = new URL(location.href);
  const session = url.searchParams.get('giscus');
  if (session === null) {
    return false;
  }
  url.searchParams.delete('giscus');
  history.replaceState(history.state, '', url);
  try {
    if (sessionStorage.getItem(ASKED) === null) {
      return false;
    }
    localStorage.setItem('giscus-session', JSON.stringify(session));
    return true;
  } catch {
    return false;
  }
}

function themeOfPage(): string {
  return document.documentElement.dataset['theme'] === 'light'
    ? 'light'
    : 'dark';
}

function followTheme(widget: HTMLElement): void {
  new MutationObserver(() => {
    widget.setAttribute('theme', themeOfPage());
  }).observe(document.documentElement, { attributeFilter: ['data-theme'] });
}

customElements.define('page-comments', PageComments);
