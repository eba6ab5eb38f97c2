/** The built site on the hosts it is meant for, at the root and below a path. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nginxConfig } from '../scripts/nginx.ts';
import { serve } from '../scripts/serve.ts';
import { policyRules } from '../src/lib/security-headers.mjs';
import { built } from './support/host.ts';
import { openLab } from './support/lab-page.ts';
import { type Nginx, startNginx } from './support/nginx.ts';
import { locales, pathOf, slugs } from './support/site.ts';
import { expect, test } from './support/test.ts';

const port = Number(process.env['E2E_PORT'] ?? 4173) + 60;
const BELOW = '/some/guide/';
const project = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'guide-hosts-'));
const below = join(folder, 'below');

const comments = {
  GISCUS_REPO: 'owner/guide',
  GISCUS_REPO_ID: 'R_1',
  GISCUS_CATEGORY: 'Comments',
  GISCUS_CATEGORY_ID: 'DIC_1',
};

/** The site built for a path, with all that its owner may choose, once. */
function siteBelow(): string {
  if (!existsSync(join(below, 'index.html'))) {
    const { status, stderr } = spawnSync(
      'npx',
      ['astro', 'build', '--outDir', below],
      {
        cwd: project,
        env: {
          ...process.env,
          BASE_PATH: BELOW,
          SITE_URL: 'https://example.org',
          REPOSITORY_URL: 'https://github.com/owner/guide/tree/next',
          ...comments,
          ASTRO_TELEMETRY_DISABLED: '1',
        },
        encoding: 'utf8',
      },
    );
    expect(status, stderr).toBe(0);
  }
  return below;
}

// All share one port.
test.describe.configure({ mode: 'default', timeout: 400_000 });
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function withNginx(
  base: string,
  dist: string,
  work: (url: string) => Promise<void>,
): Promise<void> {
  const root = mkdtempSync(join(folder, 'root-'));
  const target = join(root, 'www', base).replace(/\/$/, '');
  mkdirSync(dirname(target), { recursive: true });
  symlinkSync(dist, target);
  const config = await nginxConfig({
    root: join(root, 'www'),
    listen: `127.0.0.1:${port}`,
    base,
    dist,
  });
  let nginx: Nginx | undefined;
  try {
    nginx = await startNginx([config], [port]);
    await work(`http://127.0.0.1:${port}${base}`);
  } finally {
    await nginx?.stop();
  }
}

/** What the shipped configuration promises, asked without a browser. */
async function expectHeaders(url: string): Promise<void> {
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(new URL(path, url), { redirect: 'manual', ...init });

  const home = await ask('');
  expect(home.status).toBe(200);
  expect(home.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(home.headers.get('content-encoding')).toBe('gzip');
  expect(home.headers.get('cache-control')).toBe('no-cache');
  expect(home.headers.get('vary')).toMatch(/accept-encoding/i);
  const etag = home.headers.get('etag') ?? '';
  expect(etag).not.toBe('');
  const again = await ask('', { headers: { 'if-none-match': etag } });
  expect(again.status).toBe(304);
  const plain = await ask('', { headers: { 'accept-encoding': 'identity' } });
  expect(plain.headers.get('content-encoding')).toBeNull();
  expect(home.headers.get('x-content-type-options')).toBe('nosniff');
  expect(home.headers.get('referrer-policy')).toBe('same-origin');
  expect(home.headers.get('permissions-policy')).toContain('camera=()');
  const policy = home.headers.get('content-security-policy');
  expect(policy).toContain("frame-ancestors 'self'");
  expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  const html = await home.text();

  const script = /src="([^"]*\/_astro\/[^"]*\.js)"/.exec(html)?.[1] ?? '';
  const hashed = await ask(script);
  expect(hashed.status).toBe(200);
  expect(hashed.headers.get('cache-control')).toMatch(/immutable/);
  expect(hashed.headers.get('content-type')).toMatch(/javascript/);
  expect(hashed.headers.get('content-encoding')).toBe('gzip');
  // What the search reads keeps its name when it changes.
  const entry = await ask('search/en.json');
  expect(entry.headers.get('cache-control')).toBe('no-cache');
  const gone = await ask(script.replace(/[^/]*$/, 'gone.abc.js'));
  expect(gone.status).toBe(404);
  expect(gone.headers.get('cache-control') ?? '').not.toMatch(/immutable/);

  const worker = await ask('service-worker.js');
  expect(worker.headers.get('cache-control')).toBe('no-cache');
  const sandbox = await ask('sandbox/');
  expect(sandbox.headers.get('content-security-policy')).toContain(
    "default-src 'none'",
  );
  const manifest = await ask('manifest.webmanifest');
  expect(manifest.headers.get('content-type')).toMatch(/manifest\+json/);
  const { scope, start_url, icons } = await manifest.json();
  expect([scope, start_url]).toEqual(Array(2).fill(new URL(url).pathname));
  expect(icons.length).toBeGreaterThan(3);
  for (const { src, type } of icons) {
    const icon = await ask(src);
    expect([src, icon.status, icon.headers.get('content-type')]).toEqual([
      src,
      200,
      type,
    ]);
  }

  const slashless = await ask('errata');
  expect(slashless.status).toBe(301);
  expect(slashless.headers.get('location')).toBe(
    `${new URL(url).pathname}errata/`,
  );
  const asked = await ask('errata?from=mail');
  expect(asked.headers.get('location')).toMatch(/\/errata\/\?from=mail$/);
  const missing = await ask('no/such/page');
  expect(missing.status).toBe(404);
  expect(missing.headers.get('x-content-type-options')).toBe('nosniff');
  expect(await missing.text()).toContain(`href="${new URL(url).pathname}"`);
  expect((await ask('_headers')).status).toBe(404);
}

test.describe('nginx', () => {
  test.use({ baseURL: `http://127.0.0.1:${port}/` });

  test('serves the site at the root with the shipped configuration', async ({
    page,
  }) => {
    await withNginx('/', built, async (url) => {
      await expectHeaders(url);
      const lab = await openLab(page, 'k-means');
      await lab.runTests();
      await lab.expectState('passed');
    });
  });
});

test.describe('nginx below a path', () => {
  test.use({
    baseURL: `http://127.0.0.1:${port}${BELOW}`,
    serviceWorkers: 'allow',
    allowedError: /net::ERR_/,
  });

  test('serves the site, also without a network afterwards', async ({
    page,
  }) => {
    await withNginx(BELOW, siteBelow(), async (url) => {
      await expectHeaders(url);
      await page.goto(pathOf('introduction'));
      await expect(page.locator('offline-panel')).toHaveAttribute(
        'data-state',
        'usual',
        { timeout: 120_000 },
      );
      // Nothing outside the path belongs to the guide.
      const scopes = await page.evaluate(async () =>
        (await navigator.serviceWorker.getRegistrations()).map(
          ({ scope }) => scope,
        ),
      );
      expect(scopes).toEqual([url]);
    });
    // Not from what the browser keeps by itself.
    const session = await page.context().newCDPSession(page);
    await session.send('Network.clearBrowserCache');
    const lab = await openLab(page, 'k-means');
    await lab.runTests();
    await lab.expectState('passed');
  });
});

test.describe('the plain file server', () => {
  test.use({ baseURL: `http://localhost:${port}${BELOW}` });

  test('serves the site below a path, with and without the slash', async ({
    page,
  }) => {
    const server = await serve(port, BELOW, siteBelow());
    try {
      const lab = await openLab(page, 'k-means', 'en');
      await lab.runTests();
      await lab.expectState('passed');
      await page.goto('concepts/edge-inference');
      const links = await page
        .locator('main a[href]')
        .evaluateAll((list) =>
          list.map((link) => (link as HTMLAnchorElement).href),
        );
      const own = links.filter(
        (link) => new URL(link).host === `localhost:${port}`,
      );
      expect(own.length).toBeGreaterThan(3);
      for (const link of new Set(own.map((href) => href.split('#')[0] ?? ''))) {
        expect((await fetch(link)).status, link).toBe(200);
      }
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

test.describe('a site whose owner names the repository', () => {
  test.use({ baseURL: `http://localhost:${port}${BELOW}` });

  const report = (href: string | null) => {
    const { origin, pathname, searchParams } = new URL(href ?? '');
    expect(origin + pathname).toBe('https://github.com/owner/guide/issues/new');
    return {
      title: searchParams.get('title'),
      lines: searchParams.get('body')?.split('\n'),
    };
  };

  test('leads to the source of the page, and to a report that says where', async ({
    page,
  }) => {
    const server = await serve(port, BELOW, siteBelow());
    try {
      // Without scripts: the page as a whole.
      const html = await (
        await fetch(`http://localhost:${port}${BELOW}`)
      ).text();
      expect(html).toContain(
        'https://github.com/owner/guide/edit/next/src/content/docs/index.mdx',
      );
      expect(html.match(/owner\/guide\/issues\/new/g)).toHaveLength(1);

      await page.goto(pathOf('errata', 'en'));
      const main = page.locator('main');
      await expect(
        main.getByRole('link', { name: 'Edit this page' }),
      ).toHaveAttribute(
        'href',
        'https://github.com/owner/guide/edit/next/src/content/docs/en/errata.mdx',
      );
      const foot = main.getByRole('link', { name: 'Report a mistake' });
      const here = page
        .getByRole('link', { name: 'Report a mistake here' })
        .filter({ visible: true });
      await expect(here).toHaveCount(1);
      const whole = report(await foot.getAttribute('href'));
      expect(whole.title).toMatch(/^Mistake: \S/);
      expect(whole.lines?.[0]).toBe(
        `Page: https://example.org${BELOW}en/errata/`,
      );
      expect(whole.lines?.[2]).toMatch(/^Version: \d+\.\d+\.\d+/);

      const heading = page.locator('#k-means');
      const place = async () => {
        await heading.evaluate((element) => element.scrollIntoView());
        await here.focus();
        return report(await here.getAttribute('href')).lines;
      };
      await expect
        .poll(async () => (await place())?.[0])
        .toBe(`Page: https://example.org${BELOW}en/errata/#k-means`);
      expect((await place())?.[1]).toBe(
        `Section: ${(await heading.textContent())?.trim()}`,
      );
      // The link at the foot remembers where the reader was.
      await foot.scrollIntoViewIfNeeded();
      expect(report(await foot.getAttribute('href')).lines?.[0]).toBe(
        `Page: https://example.org${BELOW}en/errata/#k-means`,
      );

      await page.setViewportSize({ width: 360, height: 740 });
      await page.locator('mobile-starlight-toc summary').click();
      await expect(here).toHaveCount(1);
      await here.scrollIntoViewIfNeeded();
      expect((await here.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

test('the sitemap has what is read, in every language, and nothing else', () => {
  const sitemap = readFileSync(join(siteBelow(), 'sitemap-0.xml'), 'utf8');
  const listed = Array.from(
    sitemap.matchAll(/<loc>([^<]*)<\/loc>/g),
    ([, address]) => address,
  );
  const site = `https://example.org${BELOW}`;
  const pages = locales.flatMap((locale) =>
    slugs.map((slug) => new URL(pathOf(slug, locale), site).href),
  );
  expect(listed.toSorted()).toEqual(pages.toSorted());
  for (const lang of locales) {
    const alternates = sitemap.split(`hreflang="${lang}"`).length - 1;
    expect(alternates).toBe(pages.length);
  }
});

test.describe('a site whose owner wants comments', () => {
  test.use({
    baseURL: `http://localhost:${port}${BELOW}`,
    playedOrigin: 'https://giscus.app',
  });

  test('loads them when the reader asks, in a frame, and nothing before', async ({
    page,
  }) => {
    const asked: URL[] = [];
    await page.route('https://giscus.app/**', (route) => {
      asked.push(new URL(route.request().url()));
      return route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><title>Played</title><p id="theme"></p><script>
          parent.postMessage({ giscus: { resizeHeight: 345 } }, '*');
          addEventListener('message', ({ data }) => {
            const { setConfig } = data.giscus ?? {};
            if (setConfig?.theme) theme.textContent = setConfig.theme;
          });
        </script>`,
      });
    });
    const server = await serve(port, BELOW, siteBelow());
    try {
      const framed = (await policyRules(siteBelow())).filter(({ policy }) =>
        policy.includes('https://giscus.app'),
      );
      expect(framed.map(({ name }) => name)).toEqual(['pages']);
      expect(framed[0]?.policy).toMatch(
        /frame-src 'self' https:\/\/giscus\.app;/,
      );
      expect(framed[0]?.policy.match(/giscus/g)).toHaveLength(1);

      // A session that no reader of this tab has asked for.
      await page.goto(`${pathOf('errata', 'en')}?giscus=stranger#k-means`);
      const load = page.getByRole('button', { name: 'Load the comments' });
      await expect(load).toBeVisible();
      await expect(page).toHaveURL(/errata\/#k-means$/);
      expect(asked).toEqual([]);

      await load.click();
      const frame = page.frameLocator('giscus-widget iframe');
      await expect(page.locator('giscus-widget iframe')).toHaveAttribute(
        'title',
        'Comments',
      );
      await expect(load).toBeHidden();
      await expect(page.locator('giscus-widget iframe')).toHaveCSS(
        'height',
        '345px',
      );
      expect(asked).toHaveLength(1);
      expect(asked[0]?.pathname).toBe('/en/widget');
      expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toMatchObject({
        repo: 'owner/guide',
        repoId: 'R_1',
        category: 'Comments',
        categoryId: 'DIC_1',
        term: 'en/errata',
        strict: '1',
        session: '',
        theme: 'light',
      });
      await page.evaluate(() => {
        document.documentElement.dataset['theme'] = 'dark';
      });
      await expect(frame.locator('#theme')).toHaveText('dark');

      // Back from signing in, the tab that has asked goes on.
      await page.goto(`${pathOf('errata', 'en')}?giscus=mine`);
      await expect(load).toBeHidden();
      await expect(page).toHaveURL(/errata\/$/);
      await expect
        .poll(() => asked.at(-1)?.searchParams.get('session'))
        .toBe('mine');
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

for (const [from, at] of [
  [BELOW, '/'],
  ['/', BELOW],
] as const) {
  test.describe(`built for ${from} and served at ${at}`, () => {
    test.use({
      baseURL: `http://localhost:${port}${at}`,
      allowedError: /status of 404|Refused to|MIME type/,
    });

    test('the page says in its language for which path it was built', async ({
      page,
    }) => {
      const server = await serve(port, at, from === '/' ? built : siteBelow());
      try {
        const notice = page.locator('p[role="alert"]');
        await page.goto('./');
        await expect(notice).toContainText(`网站是为路径 ${from} 构建的`);
        await expect(notice).toContainText('BASE_PATH');
        await page.goto('en/errata/');
        await expect(notice).toContainText(`it was built for the path ${from}`);
        // Once, however many files are missing.
        await expect(notice).toHaveCount(1);
        await expect(notice).toBeInViewport();
      } finally {
        server.closeAllConnections();
        server.close();
      }
    });
  });
}
