import { fileURLToPath } from 'node:url';
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
          ...(rule ? { 'Content-Security-Policy': rule.policy } : {}),
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
  await lab.expectState('passed', 30_000);

  await page.getByRole('button', { name: 'Search' }).first().click();
  await page
    .getByRole('searchbox')
    .or(page.getByRole('textbox', { name: /search/i }))
    .first()
    .fill('inertia');
  await expect(page.locator('.pagefind-ui__result').first()).toBeVisible();
});

test.describe('a page of another site', () => {
  test.use({ allowedError: /frame-ancestors|Refused to frame|violates/ });

  test('cannot frame the guide', async ({ page, baseURL }) => {
    await page.goto('about:blank');
    await page.setContent(
      `<iframe src="${new URL('errata/', baseURL).href}"></iframe>`,
    );
    await expect
      .poll(() => page.frames()[1]?.url())
      .toMatch(/chrome-error|errata/);
    await page.waitForTimeout(500);
    expect(await page.frames()[1]?.title()).not.toMatch(/guide|指南/i);
  });
});
