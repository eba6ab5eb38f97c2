import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { dictionaryOf } from '../src/i18n/dictionary.ts';
import { commonHeaders, policyRules } from '../src/lib/security-headers.mjs';
import { expect, test } from './support/test.ts';

const dist = fileURLToPath(new URL('../dist', import.meta.url));

/** Answers as a host does that sends the headers of `security-headers.mjs`. */
test.beforeEach(async ({ context, baseURL }) => {
  const rules = await policyRules(dist);
  const base = new URL(baseURL ?? '').pathname;
  await context.route(
    (url) => url.origin === new URL(baseURL ?? '').origin,
    async (route) => {
      const path = new URL(route.request().url()).pathname.slice(
        base.length - 1,
      );
      const rule = rules.find(({ paths }) =>
        paths.some((pattern) =>
          pattern.endsWith('*')
            ? path.startsWith(pattern.slice(0, -1))
            : path === pattern,
        ),
      );
      const response = await route.fetch();
      await route.fulfill({
        response,
        headers: {
          ...response.headers(),
          ...commonHeaders,
          ...(rule
            ? {
                'Content-Security-Policy': rule.policy,
                'Permissions-Policy': rule.permissions,
              }
            : {}),
        },
      });
    },
  );
});

test('labs, tests and search work under the headers for hosts', async ({
  openLab,
  page,
}) => {
  const lab = await openLab('k-means', 'en');
  const answer = await page.evaluate(async () => {
    const { headers } = await fetch(location.href);
    return headers.get('content-security-policy');
  });
  expect(answer).toContain("frame-ancestors 'self'");
  await lab.runProgram("console.log('under headers');\n", 'ready');
  await lab.showConsole();
  await expect(lab.log).toContainText('under headers');
  await lab.reset();
  await lab.runTests();
  await lab.expectState('passed');

  await page.getByRole('button', { name: 'Search' }).first().click();
  await page
    .getByRole('searchbox')
    .or(page.getByRole('textbox', { name: /search/i }))
    .first()
    .fill('inertia');
  await expect(page.locator('.search-results a').first()).toBeVisible();
});

const ELSEWHERE = 'https://elsewhere.test';

test.describe('a page of another site', () => {
  test.use({
    allowedError: /frame-ancestors|Refused to frame|violates/,
    playedOrigin: ELSEWHERE,
  });

  /** A page of another origin with these lines in it. */
  async function openElsewhere(page: Page, lines: string): Promise<void> {
    await page.route(`${ELSEWHERE}/**`, (route) =>
      route.fulfill({
        contentType: 'text/html; charset=utf-8',
        body: `<!doctype html><title>Elsewhere</title><link rel="icon" href="data:,"><body>${lines}`,
      }),
    );
    await page.goto(`${ELSEWHERE}/`);
  }

  test('cannot frame the guide', async ({ page, baseURL }) => {
    const errors: string[] = [];
    page.on('console', (message) => errors.push(message.text()));
    await openElsewhere(
      page,
      `<iframe src="${new URL('errata/', baseURL).href}"></iframe>`,
    );
    await expect.poll(() => errors.join('\n')).toContain('frame-ancestors');
    await expect
      .poll(() => page.frames()[1]?.url())
      .toMatch(/chrome-error|errata/);
    expect(await page.frames()[1]?.title()).not.toMatch(/guide|指南/i);
  });

  /** The lines that the README gives in English, for this site. */
  function linesOfReadme(baseURL: string | undefined): string {
    const readme = readFileSync(
      new URL('../README.md', import.meta.url),
      'utf8',
    );
    const [, lines = ''] =
      /```html\n(<iframe\s+src="[^"]*\/en\/[\s\S]*?)```/.exec(readme) ?? [];
    expect(lines).toContain('https://example.org/');
    return lines.replace('https://example.org/', new URL('./', baseURL).href);
  }

  test('can frame a lab, by the lines of the README', async ({
    page,
    baseURL,
  }) => {
    await openElsewhere(page, linesOfReadme(baseURL));
    const frame = page.frameLocator('iframe');
    const lab = frame.locator('section[data-lab="k-means"]');
    await expect(lab).toHaveAttribute('data-state', 'ready', {
      timeout: 40_000,
    });
    const html = frame.locator('html');
    await expect(html).toHaveAttribute('lang', 'en');
    await expect(html).toHaveAttribute('data-theme', 'dark');

    const expectToFit = () =>
      expect
        .poll(async () => {
          const height = await page
            .locator('iframe')
            .evaluate((element) => element.clientHeight);
          const body = await html.evaluate(
            (element) => element.ownerDocument.body.scrollHeight,
          );
          return body > 400 ? Math.abs(height - body) : Number.NaN;
        })
        .toBeLessThanOrEqual(1);
    await expectToFit();

    await page.locator('iframe').evaluate((element) => {
      const message = { type: 'runnable-guide:theme', theme: 'light' };
      (element as HTMLIFrameElement).contentWindow?.postMessage(message, '*');
    });
    await expect(html).toHaveAttribute('data-theme', 'light');

    await lab.getByRole('button', { name: 'Run tests', exact: true }).click();
    await expect(lab).toHaveAttribute('data-state', 'passed', {
      timeout: 40_000,
    });
    await expectToFit();

    // Over the whole frame, and back, without the frame shrinking below it.
    const before = await page
      .locator('iframe')
      .evaluate((element) => element.clientHeight);
    const { expand, collapse } = dictionaryOf('en');
    await lab.getByRole('button', { name: expand, exact: true }).click();
    await lab.getByRole('button', { name: collapse, exact: true }).click();
    await expectToFit();
    await expect
      .poll(() =>
        page.locator('iframe').evaluate((element) => element.clientHeight),
      )
      .toBe(before);

    // The code of the reader is three frames down, and of no origin.
    const isolated = page
      .frames()
      .filter((each) => each.url() === 'about:srcdoc');
    expect(isolated.length).toBeGreaterThan(0);
    for (const each of isolated) {
      expect(await each.evaluate(() => self.origin)).toBe('null');
    }

    const guide = frame.getByRole('link', { name: 'Open in the guide' });
    await expect(guide).toHaveAttribute('target', '_blank');
    await expect(guide).toHaveAttribute(
      'href',
      new URL('en/coding/k-means/', baseURL).pathname,
    );
  });

  test('chooses the language; where frames may store nothing, the work goes on', async ({
    page,
    baseURL,
  }) => {
    // As browsers do that refuse storage to frames of other sites.
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('Access is denied.', 'SecurityError');
          },
        });
      }
    });
    const src = new URL('embed/k-means/?lang=en&theme=light', baseURL).href;
    await openElsewhere(page, `<iframe src="${src}" width="900" height="900">`);
    const frame = page.frameLocator('iframe');
    await expect(frame.locator('html')).toHaveAttribute('lang', 'en');
    await expect(frame.locator('html')).toHaveAttribute('data-theme', 'light');
    await expect
      .poll(() => page.frames()[1]?.url())
      .toBe(new URL('en/embed/k-means/?theme=light', baseURL).href);
    const lab = frame.locator('section[data-lab="k-means"]');
    await expect(lab).toHaveAttribute('data-state', 'ready', {
      timeout: 40_000,
    });
    await lab.locator('.cm-content').click();
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.type("console.log('typed in a frame');\n");
    await lab.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(lab.getByRole('log')).toContainText('typed in a frame');
    await expect(lab).toContainText(dictionaryOf('en').storageBlocked);
  });
});
