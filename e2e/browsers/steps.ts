import { expect } from 'vitest';
import { fill } from '../../src/i18n/dictionary.ts';
import type { Bench } from './bench.ts';
import { waitFor } from './driver.ts';

/** The scenario: what a reader does with a lab, the same in every browser. */
export const steps: Record<string, (bench: Bench) => Promise<void>> = {
  async load(bench) {
    await bench.open();
    await bench.driver.evaluate(() => localStorage.clear());
    await bench.open();
    await bench.comesAlive();
    await bench.expectState('ready', 40_000);
    // A scrollbar would take a row of its own, or lie over the names.
    const strip = await bench.driver.evaluate((css) => {
      const bar = document.querySelector<HTMLElement>(`${css} [role=tablist]`);
      const tab = bar?.querySelector<HTMLElement>('[role=tab]');
      return [bar?.clientHeight, tab?.offsetHeight];
    }, bench.css);
    expect(strip[0], 'height of the tabs').toBe(strip[1]);
  },

  /** A click that follows meets what was aimed at, and not what moved there. */
  async skip(bench) {
    const { count, moved } = await bench.skippedBlocks();
    // Where a browser cannot contain blocks, it skips at most wide formulas.
    const skipsBlocks = await bench.driver.evaluate(() =>
      CSS.supports('overflow-clip-margin', '1px'),
    );
    if (skipsBlocks) {
      expect(count, 'blocks that may be skipped').toBeGreaterThan(5);
    }
    expect(moved, 'heights, skipped and not').toEqual([]);
  },

  async run(bench) {
    await bench.runAgain();
    await bench.show('figure');
    const seen = await bench.driver.evaluate((css) => {
      const section = document.querySelector(css) as HTMLElement;
      const box = section
        .querySelector('.pg-drawing > :is(svg, table)')
        ?.getBoundingClientRect();
      return {
        width: box?.width ?? 0,
        height: box?.height ?? 0,
        log: section.querySelector('[role="log"]')?.textContent ?? '',
        alerts: section.querySelectorAll('[role="alert"]').length,
        overflow: document.documentElement.scrollWidth - innerWidth,
      };
    }, bench.css);
    expect(seen.width, 'width of the figure').toBeGreaterThan(100);
    expect(seen.height, 'height of the figure').toBeGreaterThan(20);
    expect(seen.log, 'the console').toMatch(/\S{5}/);
    expect(seen.alerts, 'alerts').toBe(0);
    expect(seen.overflow, 'px wider than the window').toBeLessThanOrEqual(0);
  },

  async tests(bench) {
    if (bench.lab.tests.length === 0) {
      return;
    }
    await bench.click('runTests');
    await bench.expectState('passed', 60_000);
    const results = await bench.driver.evaluate(
      (css) =>
        [...document.querySelectorAll(`${css} [role="log"] li`)].map(
          ({ className }) => className,
        ),
      bench.css,
    );
    expect(results.length, 'tests').toBeGreaterThan(5);
    expect(new Set(results)).toEqual(new Set(['is-pass']));
    await bench.expectText('[role="status"]', String(results.length));
  },

  async edit(bench) {
    await bench.write('console.log("typed by hand")');
    await bench.showConsole();
    await bench.expectText('.pg-line', 'typed by hand');
    await bench.expectState('ready');
    const lines = await linesOf(bench);
    expect(lines).toEqual(['typed by hand']);
  },

  async error(bench) {
    await bench.write('// a fault\nthrow new RangeError("boom")');
    await bench.expectText('[role="alert"]', 'RangeError: boom');
    await bench.expectState('error');
    const place = fill(bench.text.errorAt, { file: 'main.ts', line: 2 });
    await bench.expectText('[role="alert"] button', place);
    await bench.expectText('[role="alert"] code', 'throw new RangeError');
    await bench.expectText('.cm-error-line', 'throw new RangeError');
    const alert = await bench.driver.evaluate(
      (css) => document.querySelector(`${css} [role="alert"]`)?.textContent,
      bench.css,
    );
    expect(alert).not.toMatch(/blob:|worker|eval|https?:/);
  },

  async loop(bench) {
    await bench.write('console.log("begun"); for (;;) {}');
    await bench.expectText('.pg-line', 'begun');
    await bench.expectState('running');
    const started = Date.now();
    await bench.driver.evaluate(() => {
      const page = window as { guideFrames?: number };
      page.guideFrames = 0;
      const count = () => {
        page.guideFrames = (page.guideFrames ?? 0) + 1;
        requestAnimationFrame(count);
      };
      requestAnimationFrame(count);
    });
    await waitFor(
      bench.driver,
      'the page to draw beside an endless loop',
      3_000,
      () => ((window as { guideFrames?: number }).guideFrames ?? 0) > 3,
    );
    expect(Date.now() - started, 'ms for three frames').toBeLessThan(3_000);
  },

  async stop(bench) {
    // The time limit ends the loop by itself: one that came first is begun
    // again, so that it is the reader who stops it.
    if ((await bench.state()) !== 'running') {
      await bench.click('run');
      await bench.expectState('running');
    }
    await bench.click('stop');
    await bench.expectState('stopped', 3_000);
    await bench.expectText('[role="alert"]', bench.text.stoppedByReader);
    await bench.write('console.log("works again")');
    await bench.expectText('.pg-line', 'works again');
    await bench.expectState('ready');
  },

  async share(bench) {
    await bench.click('share');
    await bench.expectText('[role="status"]', bench.text.shareCopied);
    const link = await pasted(bench);
    expect(link).toContain(`#code=${bench.lab.id}.1.`);

    // Somebody else: nothing stored, and the link opened from elsewhere.
    await bench.driver.open('about:blank');
    await bench.driver.open(bench.site);
    await bench.driver.evaluate(() => localStorage.clear());
    await bench.driver.open(link);
    await bench.comesAlive();
    await bench.expectText('[role="alert"]', bench.text.linkTitle);
    expect(await linesOf(bench), 'printed before consent').not.toContain(
      'works again',
    );
    await bench.click('linkRun');
    await bench.showConsole();
    await bench.expectText('.pg-line', 'works again');
    await bench.expectState('ready');
  },

  async reload(bench) {
    await waitFor(
      bench.driver,
      'the edit to be saved',
      5_000,
      (key) => localStorage.getItem(key)?.includes('works again'),
      `guide.lab.${bench.lab.id}`,
    );
    await bench.driver.reload();
    await bench.comesAlive();
    await bench.showConsole();
    await bench.expectText('.pg-line', 'works again');
    await bench.expectText('.pg-edited', bench.text.edited);
    await bench.click('reset');
    await bench.expectText('[role="status"]', bench.text.reverted);
    await waitFor(
      bench.driver,
      'the original program to have run',
      10_000,
      (css) =>
        !document
          .querySelector(`${css} [role="log"]`)
          ?.textContent?.match('works again') &&
        document.querySelector<HTMLElement>(css)?.dataset['state'] === 'ready',
      bench.css,
    );

    expect(await bench.faults(), 'faults of the page').toEqual([]);
    const foreign = await bench.driver.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => /^(http|ws)/.test(name))
        .filter((name) => !name.startsWith(location.origin)),
    );
    expect(foreign, 'requests to other origins').toEqual([]);
  },
};

function linesOf(bench: Bench): Promise<string[]> {
  return bench.driver.evaluate(
    (css) =>
      [...document.querySelectorAll(`${css} .pg-line`)].map(
        (line) => line.querySelector('span')?.textContent ?? '',
      ),
    bench.css,
  );
}

/** What the clipboard holds, by pasting it into a field. */
async function pasted(bench: Bench): Promise<string> {
  await bench.driver.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'paste-here';
    field.style.cssText = 'position:fixed;inset:40% 40%;z-index:9999';
    document.body.append(field);
  });
  await bench.driver.click({ css: '#paste-here' });
  await bench.driver.control('v');
  const link = await waitFor(
    bench.driver,
    'the pasted link',
    5_000,
    () => document.querySelector<HTMLTextAreaElement>('#paste-here')?.value,
  );
  await bench.driver.evaluate(() =>
    document.querySelector('#paste-here')?.remove(),
  );
  return String(link);
}
