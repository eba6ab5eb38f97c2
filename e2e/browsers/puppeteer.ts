import { type ElementHandle, launch } from 'puppeteer-core';
import type { Driver, Target } from './driver.ts';

/** Of a tablet: the panes of a lab are shown one at a time. */
const VIEWPORT = { width: 1180, height: 800 };

/**
 * Chromium over the DevTools protocol, Firefox over WebDriver BiDi: Puppeteer
 * chooses by the name.
 */
export async function drivePuppeteer(
  engine: 'chrome' | 'firefox',
  executablePath: string,
): Promise<Driver> {
  const isRoot = process.getuid?.() === 0;
  const browser = await launch({
    browser: engine,
    executablePath,
    headless: true,
    defaultViewport: VIEWPORT,
    // As root, which is usual in containers, Chromium has no sandbox.
    args: engine === 'chrome' && isRoot ? ['--no-sandbox'] : [],
  });
  const page = await browser.newPage();
  const find = async (target: Target) => {
    if ('css' in target) {
      return page.waitForSelector(target.css);
    }
    const { role, name, within } = target;
    if (engine === 'firefox') {
      const found = await page.waitForFunction(named, {}, within, role, name);
      return found.asElement() as ElementHandle<Element> | null;
    }
    const root = await page.waitForSelector(within);
    return root?.waitForSelector(
      `::-p-aria([name="${name}"][role="${role}"])`,
      { timeout: 5_000 },
    );
  };
  return {
    version: await browser.version(),
    open: async (url) => {
      await page.goto(url, { waitUntil: 'load' });
    },
    reload: async () => {
      await page.reload({ waitUntil: 'load' });
    },
    evaluate: (read, ...values) =>
      page.evaluate(read as never, ...(values as unknown as never[])) as never,
    click: async (target) => {
      const element = await find(target);
      // At an edge the site's header would take the click.
      await element?.evaluate((node) =>
        node.scrollIntoView({ block: 'center', behavior: 'instant' }),
      );
      try {
        // A locator waits until the element stands still.
        await element?.asLocator().setTimeout(10_000).click();
      } catch (cause) {
        const place = await element?.evaluate(placeOf);
        throw new Error(`not clicked: ${place}`, { cause });
      }
      await element?.dispose();
    },
    type: (text) => page.keyboard.type(text),
    control: async (key) => {
      await page.keyboard.down('Control');
      await page.keyboard.press(key as 'a');
      await page.keyboard.up('Control');
    },
    screenshot: () => page.screenshot(),
    close: () => browser.close(),
  };
}

/**
 * Runs in the page. Firefox can be asked for accessible names, but answers
 * after seconds where a program keeps a core busy.
 */
function named(
  within: string,
  role: string,
  name: string,
): Element | undefined {
  return [...document.querySelectorAll(`${within} ${role}`)].find(
    (element) => (element.ariaLabel ?? element.textContent?.trim()) === name,
  );
}

/** Runs in the page. Where an element is, for the report of a failure. */
function placeOf(element: Element): string {
  if (!element.isConnected) {
    return 'gone';
  }
  const { x, y, width, height } = element.getBoundingClientRect();
  const above = document.elementFromPoint(x + width / 2, y + height / 2);
  return `${width} x ${height} at ${x}, ${y}, under ${above?.className}`;
}
