import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { dictionaryOf } from '../src/i18n/dictionary.ts';
import { interviewTexts } from '../src/i18n/interview-texts.ts';
import { sourceOf } from './support/lab-page.ts';
import { type Locale, locales, pathOf } from './support/site.ts';
import { fillStorage } from './support/storage.ts';
import { expect, test } from './support/test.ts';

const RUN_KEY = 'guide.interview';

async function open(page: Page, locale: Locale) {
  await page.goto(pathOf('interview', locale));
  const desk = page.locator('mock-interview');
  await expect(desk.locator('form')).toBeVisible();
  const text = interviewTexts[locale];
  const press = (name: string) =>
    desk.getByRole('button', { name, exact: true }).click();
  const only = async (title: RegExp) => {
    for (const box of await desk.locator('[name="page"]').all()) {
      await box.uncheck();
    }
    await desk.getByRole('checkbox', { name: title }).check();
  };
  const answer = async (words: string, ticks: 'none' | 'all') => {
    await desk.getByRole('textbox', { name: text.answer }).fill(words);
    await press(text.submit);
    await expect(desk).toHaveAttribute('data-stage', 'grade');
    if (ticks === 'all') {
      for (const box of await desk.locator('.iv-points input').all()) {
        await box.check();
      }
    }
  };
  return { desk, text, press, only, answer };
}

for (const locale of locales) {
  test(`an interview is held, graded, followed up and reported (${locale})`, async ({
    page,
  }) => {
    const { desk, text, press, only, answer } = await open(page, locale);
    await only(/K-means/i);
    await desk.getByLabel(text.count).selectOption('3');
    const before = Date.now();
    await press(text.start);
    await expect(desk.locator('.iv-question')).toBeFocused();
    const face = (await desk.locator('.iv-clock').textContent()) ?? '';
    const [, minutes, seconds] = /^(\d+):(\d\d) \/ \d+:00$/.exec(face) ?? [];
    expect(Number(minutes) * 60 + Number(seconds), face).toBeLessThanOrEqual(
      (Date.now() - before) / 1_000,
    );

    await answer('my first words', 'none');
    await expect(desk.getByText('my first words')).toBeVisible();
    const radio = (name: string) =>
      desk.getByRole('radio', { name, exact: true });
    await expect(radio(text.weak)).toBeChecked();
    const place = desk.locator('.iv-points a').first();
    await expect(place).toHaveAttribute('href', /k-means\/#[\w-]+$/);
    await press(text.toFollowUp);
    await expect(desk.locator('[data-kind="weak"]')).toBeVisible();
    await desk.locator('.follow-up summary').first().click();
    await expect(desk.locator('.fold-body').first()).toBeVisible();
    await desk.getByLabel(text.followUpAnswer).fill('and more');
    await press(text.next);

    // Ticks suggest a grade; the reader's own choice stays.
    await answer('second', 'all');
    await expect(radio(text.strong)).toBeChecked();
    await radio(text.fair).check();
    await desk.locator('.iv-points input').first().uncheck();
    await expect(radio(text.fair)).toBeChecked();
    await press(text.toFollowUp);
    await expect(desk.locator('[data-kind="fair"]')).toBeVisible();
    await press(text.next);

    await answer('third', 'all');
    await press(text.toFollowUp);
    await expect(desk.locator('[data-kind="strong"]')).toBeVisible();
    await press(text.finish);
    await expect(desk).toHaveAttribute('data-stage', 'report');
    await expect(desk.locator('.iv-item')).toHaveCount(3);
    await expect(desk.locator('[data-say]')).toHaveText(text.kept);
    await expect(desk.locator('.iv-next li a').first()).toHaveAttribute(
      'href',
      /k-means\//,
    );

    const saved = page.waitForEvent('download');
    await press(text.saveMarkdown);
    const markdown = await readFile(await (await saved).path(), 'utf8');
    expect(markdown).toContain('> my first words');
    expect(markdown).toContain('> and more');
    expect(markdown).toMatch(/\]\(http:\/\/localhost:\d+\/.*#/);

    await page.goto(pathOf('progress', locale));
    const kept = page.locator('[data-interviews] a');
    await expect(kept).toHaveCount(1);
    await kept.click();
    await expect(desk).toHaveAttribute('data-stage', 'report');
    await expect(desk.getByText('and more')).toBeVisible();
  });
}

test('an interview goes on after a reload, with the clock paused @wide', async ({
  page,
}) => {
  const { desk, text, press } = await open(page, 'en');
  await press(text.start);
  const question = await desk.locator('.iv-question').textContent();
  await desk.getByRole('textbox', { name: text.answer }).fill('half a thought');
  await page.reload();
  await expect(desk.locator('.iv-question')).toHaveText(question ?? '');
  await expect(desk.getByRole('textbox')).toHaveValue('half a thought');
  await expect(desk.locator('[data-say]')).toContainText('clock is paused');
  await press(text.resume);
  await press(text.pause);

  // By key alone: hand in, tick, grade, go on.
  await desk.getByRole('textbox').press('Control+Enter');
  await expect(desk).toHaveAttribute('data-stage', 'grade');
  await expect(desk.locator('.iv-question')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(desk.locator('.iv-points input').first()).toBeChecked();
  await page.reload();
  await expect(desk.locator('.iv-points input').first()).toBeChecked();
  await press(text.toFollowUp);
  await press(text.next);

  page.once('dialog', (dialog) => void dialog.accept());
  await press(text.end);
  await expect(desk.locator('.iv-item')).toHaveCount(1);
  await press(text.again);
  await expect(desk.locator('form')).toBeVisible();
  await expect(desk.locator('.iv-past li')).toHaveCount(1);
});

test('an interview for which there is no room is not said to be kept @wide', async ({
  page,
}) => {
  await page.addInitScript(() => {
    if (window === window.top && localStorage.length === 0) {
      const interviews = [{ id: 'before', at: 1_000_000_000_000, answers: [] }];
      const progress = { version: 1, marks: [], solved: [], interviews };
      localStorage.setItem('guide.progress', JSON.stringify(progress));
    }
  });
  const { desk, text, press, answer } = await open(page, 'en');
  await press(text.start);
  await fillStorage(page);
  await answer('many words '.repeat(200), 'none');
  await press(text.toFollowUp);
  await press(text.next);
  page.once('dialog', (dialog) => void dialog.accept());
  await press(text.end);
  await expect(desk.locator('.iv-item')).toHaveCount(1);
  await expect(desk.getByRole('alert').first()).toHaveText(text.full);
  await expect(desk.locator('[data-say]')).toBeEmpty();
  await press(text.again);
  await expect(desk.locator('.iv-past li')).toHaveCount(2);
});

/** Ends the interview after the first answer. */
async function report(page: Page, parts: Awaited<ReturnType<typeof open>>) {
  const { desk, text, press, answer } = parts;
  await press(text.start);
  await answer('of this report', 'none');
  await press(text.toFollowUp);
  await press(text.next);
  page.once('dialog', (dialog) => void dialog.accept());
  await press(text.end);
  await expect(desk).toHaveAttribute('data-stage', 'report');
}

test('a report has an address, and is there again on the way back', async ({
  page,
}) => {
  const parts = await open(page, 'en');
  const { desk, text, press } = parts;
  await report(page, parts);
  await expect(page).toHaveURL(/#report-\d+-\d+$/);
  await page.reload();
  await expect(desk.locator('.iv-item')).toContainText('of this report');
  await desk.locator('.iv-next a').first().click();
  await expect(desk).toHaveCount(0);
  await page.goBack();
  await expect(desk.locator('.iv-item')).toContainText('of this report');

  await press(text.again);
  await expect(desk.locator('form')).toBeVisible();
  expect(new URL(page.url()).hash).toBe('');
  await desk.getByRole('link', { name: text.openReport, exact: true }).click();
  await expect(desk.locator('.iv-item')).toContainText('of this report');
  await page.goBack();
  await expect(desk.locator('form')).toBeVisible();
});

for (const [address, says] of [
  ['#report-%', 'resumed'],
  ['#report-unknown', 'reportGone'],
] as const) {
  test(`an interview goes on at the address ${address}`, async ({ page }) => {
    const { desk, text, press, answer } = await open(page, 'en');
    await press(text.start);
    await answer('half', 'none');
    await page.goto('about:blank');
    await page.goto(pathOf('interview', 'en') + address);
    await expect(desk).toHaveAttribute('data-stage', 'grade');
    await expect(desk.locator('.iv-mine')).toHaveText('half');
    await expect(desk.locator('[data-say]')).toContainText(text[says]);
  });
}

test('the form says what there is of what was chosen, and each question its level', async ({
  page,
}) => {
  const { desk, text, press, only, answer } = await open(page, 'en');
  const supply = desk.locator('[data-supply]');
  await expect(supply).toBeHidden();
  await only(/K-means/i);
  await desk.getByLabel(text.count).selectOption('12');
  await expect(supply).toContainText('5 questions instead of 12');
  await desk.getByLabel(text.rounds).selectOption('3');
  await expect(supply).toContainText('1 coding round instead of 3');
  await desk.getByLabel(text.level).selectOption(text.level3);
  await expect(supply).toContainText('1 question of the level “senior”');
  await expect(supply).toContainText('4 of other levels');
  await press(text.start);
  const place = desk.locator('.iv-place');
  await expect(place).toHaveText(/^Question 1 of 6 · senior · K-means/);
  await answer('', 'none');
  await expect(place).toContainText('senior');
  await press(text.toFollowUp);
  await expect(place).toContainText('senior');
  await press(text.next);
  await expect(place).toHaveText(/^Question 2 of 6 · at work · K-means/);
});

test('the clock warns and cuts nothing off @wide', async ({ page }) => {
  await page.clock.install({ time: new Date(2026, 5, 1, 12) });
  const { desk, text, press } = await open(page, 'zh-CN');
  await press(text.start);
  const clock = desk.locator('.iv-clock');
  await expect(clock).toHaveAttribute('data-clock', 'ok');
  await page.clock.runFor('20:00');
  await expect(clock).toHaveAttribute('data-clock', 'over');
  await expect(desk.locator('.iv-warning')).toHaveText(text.over);
  await expect(desk.getByRole('textbox')).toBeEditable();
  await press(text.pause);
  const stopped = (await clock.textContent()) ?? '';
  await page.clock.runFor('05:00');
  await expect(clock).toHaveText(stopped);
});

test.describe('in trouble', () => {
  test.use({ allowedError: /status of 503/ });

  test('trouble with the storage and the network is told in words @wide', async ({
    page,
  }) => {
    await page.addInitScript((key) => {
      if (window === window.top && localStorage.getItem('seeded') === null) {
        localStorage.setItem('seeded', '1');
        localStorage.setItem(key, '{"version":1,"run":{"id":3}}');
      }
    }, RUN_KEY);
    const { desk, text, press } = await open(page, 'zh-CN');
    await expect(desk.getByRole('alert').first()).toHaveText(text.corrupt);
    expect(
      await page.evaluate(
        (key) => localStorage.getItem(`${key}.unreadable`),
        RUN_KEY,
      ),
    ).toContain('"id":3');

    for (const box of await desk.locator('[name="page"]').all()) {
      await box.uncheck();
    }
    await press(text.start);
    await expect(desk.locator('[data-no-topic]')).toHaveText(text.topicsNone);
    await desk.locator('[name="page"]').first().check();
    await desk.getByLabel(text.count).selectOption('0');
    await press(text.start);
    await expect(desk.locator('[data-say]')).toHaveText(text.nothing);

    await page.reload();
    await page.route('**/interview.json', (route) =>
      route.fulfill({ status: 503, body: '' }),
    );
    await press(text.start);
    await expect(desk.locator('[data-say]')).toContainText('HTTP 503');
    await page.unroute('**/interview.json');
    // What the reader has entered is written when there is no room for it.
    await page.evaluate(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('full', 'QuotaExceededError');
      };
    });
    await press(text.retry);
    await expect(desk).toHaveAttribute('data-stage', 'answer');
    await expect(desk.getByRole('alert').first()).toHaveText(text.full);
  });
});

test.describe('a spoken answer', () => {
  test('is recorded, heard, deleted and saved, and never lost without a word @wide', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      // A tone in place of a microphone, through the real recorder.
      navigator.mediaDevices.getUserMedia = async () => {
        const audio = new AudioContext();
        Object.assign(window, { audio });
        const tone = audio.createOscillator();
        const target = audio.createMediaStreamDestination();
        tone.connect(target);
        tone.start();
        return target.stream;
      };
    });
    const { desk, text, press } = await open(page, 'en');
    /** Tries to leave, and stays. */
    const isAsked = async () => {
      const asked = page.waitForEvent('dialog');
      await page.evaluate(() => void setTimeout(() => location.reload()));
      const dialog = await asked;
      await dialog.dismiss();
      return dialog.type() === 'beforeunload';
    };
    await press(text.start);
    await expect(desk.locator('.iv-voice')).toContainText(
      'a reload forgets it',
    );
    await press(text.record);
    await expect(desk.locator('.iv-voice [role="status"]')).toHaveText(
      text.recording,
    );
    // Of less than a tenth of a second no recorder makes a sound.
    await page.waitForFunction(
      () =>
        (window as unknown as { audio: AudioContext }).audio.currentTime > 1,
    );
    await press(text.stopRecording);
    await expect(desk.locator('audio')).toHaveCount(1);
    await press(text.record);
    await expect(desk.getByText(text.recording, { exact: true })).toBeVisible();
    expect(await isAsked(), 'while it records').toBe(true);
    await press(text.submit);
    await expect(desk.locator('audio')).toHaveCount(2);
    // The policy of the page lets it be heard.
    await expect
      .poll(() =>
        desk
          .locator('audio')
          .first()
          .evaluate((audio: HTMLAudioElement) => audio.readyState),
      )
      .toBeGreaterThan(0);
    await desk
      .getByRole('button', { name: `${text.deleteTake}: Recording 1` })
      .click();
    await expect(desk.locator('audio')).toHaveCount(1);
    expect(await isAsked(), 'with a recording').toBe(true);

    // It is there until the report has been left.
    await press(text.toFollowUp);
    await press(text.next);
    page.once('dialog', (dialog) => void dialog.accept());
    await press(text.end);
    await expect(desk).toHaveAttribute('data-stage', 'report');
    await expect(desk.locator('.iv-item audio')).toHaveCount(1);
    expect(await isAsked(), 'in the report').toBe(true);
    const saved = page.waitForEvent('download');
    await desk.getByRole('link', { name: text.saveTake }).click();
    await saved;
    const questions: string[] = [];
    page.on('dialog', (dialog) => {
      questions.push(dialog.type());
      void dialog.accept();
    });
    await page.reload();
    expect(questions, 'once it is saved').toEqual([]);
    await expect(desk.locator('.iv-item')).toHaveCount(1);
    await expect(desk.locator('audio')).toHaveCount(0);
    expect(await page.evaluate(() => indexedDB.databases())).toEqual([]);
  });

  for (const [name, key] of [
    ['NotAllowedError', 'voiceRefused'],
    ['NotFoundError', 'voiceNoMicrophone'],
    ['AbortError', 'voiceFailed'],
    ['', 'voiceMissing'],
  ] as const) {
    test(`that cannot be recorded is told in words: ${key} @wide`, async ({
      page,
    }) => {
      await page.addInitScript((error) => {
        if (error === '') {
          Reflect.deleteProperty(window, 'MediaRecorder');
        } else {
          navigator.mediaDevices.getUserMedia = () =>
            Promise.reject(new DOMException('no', error));
        }
      }, name);
      const { desk, text, press, answer } = await open(page, 'zh-CN');
      await press(text.start);
      await press(text.record);
      await expect(desk.getByText(text[key], { exact: true })).toBeVisible();
      await answer('写下来', 'none');
    });
  }
});

test('a coding round is solved in a playground without its solution @wide', async ({
  page,
}) => {
  test.slow();
  const { desk, text, press, only } = await open(page, 'en');
  await only(/K-means/i);
  await desk.getByLabel(text.count).selectOption('0');
  await desk.getByLabel(text.rounds).selectOption('1');
  await press(text.start);
  const frame = desk.frameLocator('iframe.iv-round');
  const lab = frame.locator('section[data-lab="k-means"]');
  await expect(lab.locator('.cm-content')).toContainText(
    // The exercise imports by package name, the solution by file.
    '@runnable-guide/algorithms/empty-clusters',
    { timeout: 60_000 },
  );
  await expect(lab.locator('.pg-exercise button')).toHaveCount(0);
  await expect(lab.getByRole('button', { name: /Solution|Hint/ })).toHaveCount(
    0,
  );
  await expect(lab.getByRole('tab', { name: 'Solution' })).toHaveCount(0);
  // What is still to be written is a task, not an error.
  await expect(lab).toHaveAttribute('data-state', 'stopped', {
    timeout: 60_000,
  });
  await expect(lab.locator('.pg-status')).toHaveText(
    dictionaryOf('en').stateUnwritten,
  );
  await expect(lab.locator('.pg-log')).toContainText('Not written yet: ');
  await expect(
    lab.locator('[role="alert"], .has-problem, .cm-error-line'),
  ).toHaveCount(0);

  await lab.getByRole('button', { name: 'Run tests', exact: true }).click();
  await expect(lab).toHaveAttribute('data-state', 'failed', {
    timeout: 60_000,
  });
  await expect(desk.getByText(text.roundSolved)).toHaveCount(0);
  const kept = () =>
    page.evaluate(
      (key) => JSON.parse(localStorage.getItem(key) ?? '').run.draft,
      RUN_KEY,
    );
  expect(await kept()).toMatchObject({
    solved: false,
    tests: {
      passed: await lab.locator('.pg-tests > .is-pass').count(),
      count: await lab.locator('.pg-tests > li').count(),
    },
  });

  const editor = lab.locator('.cm-content').first();
  await editor.click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(
    sourceOf('k-means', 'k-means.ts').replaceAll(
      /from '\.\/([\w-]+)\.ts'/g,
      "from '@runnable-guide/algorithms/$1'",
    ),
  );
  await lab.getByRole('button', { name: 'Run tests', exact: true }).click();
  await expect(lab).toHaveAttribute('data-state', 'passed', {
    timeout: 60_000,
  });
  await expect(desk.getByText(text.roundSolved)).toBeVisible();
  for (const inner of page
    .frames()
    .filter((f) => f.url().includes('sandbox'))) {
    expect(
      await inner.evaluate(() =>
        // biome-ignore lint/suspicious/noExplicitAny: Chromium's own
        (document as any).featurePolicy.allowsFeature('microphone'),
      ),
    ).toBe(false);
  }
  // What is typed at the last moment, before it is saved, is handed in, too.
  await editor.evaluate(() => {
    window.setTimeout = (() => 0) as unknown as typeof setTimeout;
  });
  await editor.press('ControlOrMeta+End');
  await page.keyboard.insertText('// the last word');
  await press(text.submit);
  await expect(desk.locator('pre.iv-mine')).toContainText('kMeansSteps');
  await expect(desk.locator('pre.iv-mine')).toContainText('// the last word');
  await press(text.toFollowUp);
  await press(text.finish);
  const item = desk.locator('.iv-item');
  await expect(item).toContainText(text.roundSolved);
  const code = item.locator('pre');
  await expect(code).toContainText('// the last word');
  await expect(code).toHaveCSS('font-family', /JetBrains/);
  await page.emulateMedia({ media: 'print' });
  expect(
    await code.evaluate((pre) => pre.scrollHeight - pre.clientHeight),
    'all of the code is printed',
  ).toBeLessThan(2);
  await page.emulateMedia({ media: 'screen' });
  const saved = page.waitForEvent('download');
  await press(text.saveMarkdown);
  const markdown = await readFile(await (await saved).path(), 'utf8');
  expect(markdown).toContain(text.roundSolved);
  expect(markdown).toMatch(
    /\n```ts\n[\s\S]*export function kMeans[\s\S]*the last word\n```\n/,
  );
  const solved = await page.evaluate(
    () => JSON.parse(localStorage.getItem('guide.progress') ?? '{}').solved,
  );
  expect(solved).toEqual(['k-means']);
  // The lab on its page is as it was.
  expect(
    await page.evaluate(() => localStorage.getItem('guide.lab.k-means')),
  ).toBeNull();
});

test('the frame of a coding round, and a lab in other pages, has the fonts of the site', async ({
  page,
}) => {
  for (const path of [
    pathOf('coding/k-means', 'en'),
    pathOf('interview/k-means', 'en'),
    pathOf('embed/k-means', 'en'),
  ]) {
    await page.goto(path);
    const fonts = await page.evaluate(async () => {
      const { fontFamily } = getComputedStyle(document.body);
      const [family = ''] = fontFamily.split(',');
      const faces = await Promise.all(
        ['400', '600'].map((weight) =>
          document.fonts.load(`${weight} 16px ${family}`, 'Run 1'),
        ),
      );
      return { family, has: faces.map(({ length }) => length > 0) };
    });
    expect(fonts, path).toEqual({
      family: '"IBM Plex Sans"',
      has: [true, true],
    });
  }
});

test('each stage is accessible in both themes and fits the screen', async ({
  page,
}) => {
  const { text, press, answer } = await open(page, 'zh-CN');
  const check = async (stage: string) => {
    for (const theme of ['light', 'dark']) {
      await page.evaluate((value) => {
        document.documentElement.dataset['theme'] = value;
      }, theme);
      const { violations } = await new AxeBuilder({ page })
        .include('mock-interview')
        .analyze();
      expect(
        violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
        `${stage}, ${theme}`,
      ).toEqual([]);
    }
    const width = await page.evaluate(
      () => document.documentElement.scrollWidth - innerWidth,
    );
    expect(width, stage).toBeLessThanOrEqual(0);
  };
  await check('setup');
  await press(text.start);
  await check('answer');
  await answer('很长的回答'.repeat(40), 'none');
  await check('grade');
  await press(text.toFollowUp);
  await check('follow-up');
  await press(text.next);
  page.once('dialog', (dialog) => void dialog.accept());
  await press(text.end);
  await check('report');
});
