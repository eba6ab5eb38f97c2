import { expect, type Locator, type Page } from '@playwright/test';
import { type Locale, labs, labsOf, names, pathOf, sourceOf } from './site.ts';

type State =
  | 'static'
  | 'loading'
  | 'ready'
  | 'running'
  | 'passed'
  | 'failed'
  | 'error'
  | 'stopped';
type Pane = 'code' | 'figure' | 'output';

/** Under load of other work a runtime may take this long to start. */
const START_MS = 60_000;

/** One playground, as a reader uses it. */
export class LabPage {
  readonly page: Page;
  readonly lab: string;
  readonly locale: Locale;
  readonly root: Locator;

  constructor(page: Page, lab: string, locale: Locale) {
    this.page = page;
    this.lab = lab;
    this.locale = locale;
    this.root = page.locator(`section[data-lab="${lab}"]`);
  }

  get names() {
    return names[this.locale];
  }

  button(name: keyof (typeof names)['en']): Locator {
    return this.root.getByRole('button', {
      name: this.names[name],
      exact: true,
    });
  }

  run(): Promise<void> {
    return this.button('run').click();
  }

  stop(): Promise<void> {
    return this.button('stop').click();
  }

  runTests(): Promise<void> {
    return this.button('runTests').click();
  }

  reset(): Promise<void> {
    return this.button('reset').click();
  }

  get status(): Locator {
    return this.root.getByRole('status').first();
  }

  get log(): Locator {
    return this.root.getByRole('log');
  }

  /** The drawing of the figure shown. */
  get figure(): Locator {
    return this.root.locator('.pg-figures').getByRole('img').first();
  }

  get slider(): Locator {
    return this.root.getByRole('slider', { name: this.names.frame });
  }

  get editor(): Locator {
    return this.root.locator('.pg-editor .cm-content');
  }

  /** The tab of a file; a file with a problem has a mark after its name. */
  tab(file: string): Locator {
    const name = new RegExp(`^${file.replaceAll('.', '\\.')}(?![\\w.])`);
    return this.root.getByRole('tab', { name });
  }

  /** The first line of the file that is open. */
  async firstLine(): Promise<Locator> {
    await this.editor.focus();
    await this.page.keyboard.press('ControlOrMeta+Home');
    return this.root.locator('.cm-line').first();
  }

  /** The buttons that switch between the figures of a program. */
  get figureSwitch(): Locator {
    return this.root
      .locator('.pg-figures')
      .getByRole('group', { name: this.names.figure, exact: true })
      .getByRole('button');
  }

  /** The section is exchanged when it comes alive: tried until it holds. */
  bringIntoView(): Promise<void> {
    return expect(() =>
      this.root.scrollIntoViewIfNeeded({ timeout: 2_000 }),
    ).toPass();
  }

  /** @throws with the words that the reader sees, if it stays another. */
  async expectState(state: State | RegExp, timeout = START_MS): Promise<void> {
    try {
      await expect(this.root).toHaveAttribute('data-state', state, { timeout });
    } catch (error) {
      const words = await this.root
        .locator('.pg-status, .pg-output')
        .allTextContents();
      throw new Error(words.join('\n').slice(0, 2_000), { cause: error });
    }
  }

  state(): Promise<string | null> {
    return this.root.getAttribute('data-state');
  }

  /** On a narrow screen one pane is shown at a time. */
  async show(pane: Pane): Promise<void> {
    const button = this.root
      .getByRole('group', { name: this.names.panes, exact: true })
      .getByRole('button', { name: this.names[pane], exact: true });
    if (await button.isVisible()) {
      await button.click();
    }
  }

  async showConsole(): Promise<void> {
    await this.show('output');
    const button = this.button('console');
    if (await button.isVisible()) {
      await button.click();
    }
  }

  /** Opens a file in the editor. */
  async open(file: string): Promise<void> {
    await this.show('code');
    await this.tab(file).click();
    await expect(this.tab(file)).toHaveAttribute('aria-selected', 'true');
    await expect(this.editor).toHaveAttribute(
      'aria-label',
      new RegExp(file.replaceAll('.', '\\.')),
    );
  }

  /** Replaces the text of the file that is open, as one edit. */
  async write(code: string): Promise<void> {
    await this.show('code');
    await this.editor.focus();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.insertText(code);
  }

  /** Edits a file from what the repository has for it. */
  async edit(file: string, change: (code: string) => string): Promise<void> {
    const before = sourceOf(this.lab, file);
    const after = change(before);
    expect(after, `the edit of ${file} finds its place`).not.toBe(before);
    await this.open(file);
    await this.write(after);
  }

  /** Replaces the program and waits for the end of its run. */
  async runProgram(code: string, state: State | RegExp): Promise<void> {
    await this.open('main.ts');
    await this.write(code);
    await this.expectState(state);
    await this.show('output');
  }

  svg(): Promise<string> {
    return this.figure.innerHTML();
  }

  /** Presses Run and waits for the end of the run that this begins. */
  async runAgain(): Promise<void> {
    const former = this.log.locator('[data-former]');
    await this.root
      .locator('.pg-log .pg-line')
      .first()
      .evaluate((line) => line.setAttribute('data-former', ''));
    await this.run();
    await expect(former).toHaveCount(0);
    await this.expectState('ready');
  }

  /**
   * Notes every frame that is shown from now on, and what the button beside it
   * offers, as `0 Pause`: who looks now and then may be late for some.
   */
  async recordFrames(): Promise<() => Promise<string[]>> {
    await this.root.evaluate((root) => {
      const shown: string[] = [];
      const note = () => {
        const player = root.querySelector('.pg-player');
        const button = player?.querySelector('button');
        const now = `${player?.querySelector('input')?.value} ${button?.title}`;
        if (player !== null && now !== shown.at(-1)) {
          shown.push(now);
        }
      };
      note();
      new MutationObserver(note).observe(root, {
        subtree: true,
        childList: true,
        attributeFilter: ['aria-valuetext', 'title'],
      });
      Object.assign(root, { shownFrames: shown });
    });
    return () =>
      this.root.evaluate(
        (root) => (root as unknown as { shownFrames: string[] }).shownFrames,
      );
  }

  /**
   * Presses Stop as soon as the output has these words. The page does it
   * itself: on a busy machine a click from outside may come after the few
   * seconds that a program without pause has.
   */
  stopOn(words: string): Promise<void> {
    return this.root.evaluate(
      (root, [words, stop]) =>
        new Promise<void>((resolve) => {
          const observer = new MutationObserver(() => look());
          const look = () => {
            const button = [...root.querySelectorAll('button')].find(
              ({ textContent }) => textContent?.trim() === stop,
            );
            const log = root.querySelector('[role=log]')?.textContent;
            if (log?.includes(words) && button?.disabled === false) {
              observer.disconnect();
              button.click();
              resolve();
            }
          };
          const all = { subtree: true, childList: true, attributes: true };
          observer.observe(root, { ...all, characterData: true });
          look();
        }),
      [words, this.names.stop] as const,
    );
  }
}

export { sourceOf };

/** A lab that comes alive replaces its section, even while it is scrolled to. */
export function scrollToLab(section: Locator): Promise<void> {
  return expect(() =>
    section.scrollIntoViewIfNeeded({ timeout: 5_000 }),
  ).toPass({ timeout: START_MS });
}

/** Scrolls through the labs of a page, until each has shown its result. */
export async function wakeLabs(page: Page, slug: string): Promise<void> {
  for (const { id } of labsOf(slug)) {
    const section = page.locator(`section[data-lab="${id}"]`);
    await scrollToLab(section);
    await expect(section).toHaveAttribute('data-state', 'ready', {
      timeout: START_MS,
    });
  }
}

/** Opens the page of a lab and waits until its first run has ended. */
export async function openLab(
  page: Page,
  lab: string,
  locale: Locale = 'zh-CN',
): Promise<LabPage> {
  const slug = labs.find(({ id }) => id === lab)?.slug ?? '';
  await page.goto(pathOf(slug, locale));
  const bench = new LabPage(page, lab, locale);
  await bench.bringIntoView();
  const island = page.locator('astro-island').filter({ has: bench.root });
  await expect(island).not.toHaveAttribute('ssr', { timeout: START_MS });
  await bench.expectState('ready');
  // The word that its timers have ended, too, comes on its own.
  await expect(bench.button('stop')).toBeDisabled();
  return bench;
}
