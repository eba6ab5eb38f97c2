import { dictionaryOf } from '../../src/i18n/dictionary.ts';
import { type LabFacts, type Locale, pathOf } from '../support/site.ts';
import { type Driver, waitFor } from './driver.ts';

/** Under load of other work a runtime may take this long to start. */
const START_MS = 40_000;
const ANSWER_MS = 20_000;

type ButtonName = 'run' | 'stop' | 'runTests' | 'reset' | 'share' | 'linkRun';

/** One playground in one browser, in the words of a reader. */
export class Bench {
  readonly driver: Driver;
  readonly lab: LabFacts;
  readonly locale: Locale;
  readonly site: string;
  readonly css: string;

  constructor(driver: Driver, site: string, lab: LabFacts, locale: Locale) {
    this.driver = driver;
    this.site = site;
    this.lab = lab;
    this.locale = locale;
    this.css = `section[data-lab="${lab.id}"]`;
  }

  get text() {
    return dictionaryOf(this.locale);
  }

  async open(): Promise<void> {
    await this.driver.open(
      this.site + pathOf(this.lab.slug, this.locale).replace('./', ''),
    );
  }

  /** Brings the lab near, and waits until it has exchanged itself. */
  async comesAlive(): Promise<void> {
    await this.driver.evaluate(watchFaults);
    await waitFor(
      this.driver,
      'the lab to come alive',
      START_MS,
      (css) => {
        const section = document.querySelector(css);
        section?.scrollIntoView({ block: 'center', behavior: 'instant' });
        return (
          section?.closest('astro-island')?.hasAttribute('ssr') === false &&
          section.querySelector('.cm-content') !== null
        );
      },
      this.css,
    );
  }

  click(name: ButtonName): Promise<void> {
    const bar = name === 'linkRun' ? '.pg-banner' : '.pg-bar';
    return this.driver.click({
      role: 'button',
      name: this.text[name],
      within: `${this.css} ${bar}`,
    });
  }

  /** The name of a tab says when its file has a problem. */
  openTab(file: string): Promise<void> {
    return this.driver.click({
      css: `${this.css} [role="tab"][id$="-${file}"]`,
    });
  }

  /** On a narrow screen one pane is shown at a time. */
  async show(pane: 'code' | 'figure' | 'output'): Promise<void> {
    const within = `${this.css} .pg-panes`;
    const isNarrow = await this.driver.evaluate(
      (css) => document.querySelector(css)?.checkVisibility() === true,
      within,
    );
    if (isNarrow) {
      await this.driver.click({
        role: 'button',
        name: this.text[pane],
        within,
      });
    }
  }

  /** Labs with tests have a switch between the console and the tests. */
  async showConsole(): Promise<void> {
    await this.show('output');
    if (this.lab.tests.length > 0) {
      await this.driver.click({
        role: 'button',
        name: this.text.console,
        within: `${this.css} .pg-output .pg-switch`,
      });
    }
  }

  state(): Promise<string> {
    return this.driver.evaluate(
      (css) => document.querySelector<HTMLElement>(css)?.dataset['state'] ?? '',
      this.css,
    );
  }

  expectState(state: string, timeout = ANSWER_MS): Promise<unknown> {
    return this.waitFor(
      `the state ${state}`,
      (css, wanted) =>
        document.querySelector<HTMLElement>(css)?.dataset['state'] === wanted,
      state,
      timeout,
    );
  }

  /** Presses Run and waits for the end of the run that this begins. */
  async runAgain(): Promise<void> {
    const isMarked = await this.driver.evaluate((css) => {
      const line = document.querySelector(`${css} .pg-line`);
      line?.setAttribute('data-former', '');
      return line !== null;
    }, this.css);
    if (!isMarked) {
      throw new Error('The run before has printed nothing to tell it by.');
    }
    await this.click('run');
    await this.waitFor(
      'the lines of another run',
      (css) => document.querySelector(`${css} [data-former]`) === null,
      '',
      ANSWER_MS,
    );
    await this.expectState('ready');
  }

  /** Waits until a part of the lab shows the text. */
  expectText(part: string, text: string, timeout = ANSWER_MS) {
    return this.waitFor(
      `“${text}” in ${part}`,
      (css, wanted) =>
        [...document.querySelectorAll(css)].some((element) =>
          element.textContent?.includes(wanted),
        ),
      text,
      timeout,
      ` ${part}`,
    );
  }

  /** Replaces the program with real keys, as a reader would. */
  async write(code: string): Promise<void> {
    await this.show('code');
    await this.openTab('main.ts');
    await this.driver.click({ css: `${this.css} .cm-scroller` });
    await this.driver.control('a');
    await this.driver.type(code);
  }

  private async waitFor(
    what: string,
    read: (css: string, wanted: string) => boolean,
    wanted: string,
    timeout: number,
    part = '',
  ): Promise<void> {
    try {
      await waitFor(this.driver, what, timeout, read, this.css + part, wanted);
    } catch (error) {
      const { shown, faults } = await this.driver.evaluate(
        (css) => ({
          shown: ['[role="status"]', '[role="log"]', '.cm-content']
            .map((item) => document.querySelector(`${css} ${item}`))
            .map((element) => element?.textContent?.slice(0, 300))
            .join('\n    '),
          faults: JSON.stringify(
            (window as { guideFaults?: string[] }).guideFaults,
          ),
        }),
        this.css,
      );
      throw new Error(
        `${(error as Error).message}; state ${await this.state()}, shown:\n` +
          `    ${shown}\n    faults of the page: ${faults}`,
      );
    }
  }

  /**
   * Blocks of the page that are skipped out of sight (see skip-unseen.ts), and
   * those of them that are not as high then as they are in sight.
   */
  async skippedBlocks(): Promise<{ count: number; moved: string[] }> {
    await waitFor(
      this.driver,
      'all heights',
      START_MS,
      () => document.querySelector('[data-skips-unseen]') !== null,
    );
    return this.driver.evaluate(() => {
      const blocks = [...document.querySelectorAll<HTMLElement>('.can-skip')];
      const heightOf = (block: HTMLElement) =>
        block.getBoundingClientRect().height;
      const moved = blocks.flatMap((block) => {
        const skipped = heightOf(block);
        block.style.contentVisibility = 'visible';
        const shown = heightOf(block);
        block.style.contentVisibility = '';
        return Math.abs(shown - skipped) < 0.5
          ? []
          : [`${block.className}: ${skipped} px, ${shown} px`];
      });
      return { count: blocks.length, moved };
    });
  }

  /** What the page itself has reported since it was opened. */
  faults(): Promise<string[]> {
    return this.driver.evaluate(
      () => (window as { guideFaults?: string[] }).guideFaults ?? ['unwatched'],
    );
  }
}

function watchFaults(): void {
  const page = window as { guideFaults?: string[] };
  if (page.guideFaults === undefined) {
    const faults: string[] = [];
    page.guideFaults = faults;
    addEventListener('error', (event) => faults.push(event.message));
    addEventListener('unhandledrejection', (event) =>
      faults.push(String(event.reason)),
    );
    addEventListener('securitypolicyviolation', (event) =>
      faults.push(`${event.violatedDirective} ${event.blockedURI}`),
    );
  }
}
