import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Readable } from 'node:stream';
import {
  Builder,
  By,
  Capabilities,
  Key,
  type WebDriver,
  type WebElement,
} from 'selenium-webdriver';
import type { Driver, Target } from './driver.ts';

/** WebKitGTK's MiniBrowser on a virtual screen, by way of WebKitWebDriver. */
export async function driveWebKit(miniBrowser: string): Promise<Driver> {
  const { screen, display } = await startScreen();
  const port = await freePort();
  const service = spawn('WebKitWebDriver', [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display },
  });
  const stop = () => {
    service.kill();
    screen.kill();
  };
  try {
    await answers(port);
    const driver = await new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities(
        new Capabilities({
          browserName: 'MiniBrowser',
          'webkitgtk:browserOptions': {
            binary: miniBrowser,
            args: ['--automation'],
          },
        }),
      )
      .build();
    await driver.manage().window().setRect({ width: 1180, height: 880 });
    const capabilities = await driver.getCapabilities();
    return adapter(
      driver,
      `WebKitGTK/${capabilities.get('browserVersion')}`,
      stop,
    );
  } catch (error) {
    stop();
    throw error;
  }
}

function adapter(driver: WebDriver, version: string, stop: () => void): Driver {
  return {
    version,
    open: (url) => driver.get(url),
    reload: () => driver.navigate().refresh(),
    evaluate: (read, ...values) =>
      driver.executeScript(read as never, ...values) as never,
    click: async (target) => {
      const { x, y } = await restingPlace(driver, target);
      await driver.actions().move({ x, y, duration: 0 }).click().perform();
    },
    type: (text) =>
      driver.actions().sendKeys(text.replaceAll('\n', Key.ENTER)).perform(),
    control: (key) =>
      driver
        .actions()
        .keyDown(Key.CONTROL)
        .sendKeys(key)
        .keyUp(Key.CONTROL)
        .perform(),
    screenshot: async () =>
      Buffer.from(await driver.takeScreenshot(), 'base64'),
    close: async () => {
      await driver.quit().catch(() => undefined);
      stop();
    },
  };
}

async function find(driver: WebDriver, target: Target): Promise<WebElement> {
  if ('css' in target) {
    return driver.findElement(By.css(target.css));
  }
  const { role, name, within } = target;
  const root = await driver.findElement(By.css(within));
  for (const element of await root.findElements(By.css(role))) {
    if ((await element.getAccessibleName()) === name) {
      return element;
    }
  }
  throw new Error(`There is no ${role} named ${name}`);
}

interface Place {
  x: number;
  y: number;
}

/**
 * Where the element's middle stands once it is shown, enabled and at rest.
 * WebDriver's own click refuses tabs of a strip that scrolls, and scrolls to
 * an edge, where the site's header may cover the element.
 */
async function restingPlace(driver: WebDriver, target: Target): Promise<Place> {
  let before: Place | null = null;
  let restCount = 0;
  for (let tries = 0; tries < 100; tries += 1) {
    const place: Place | null = await find(driver, target)
      .then((element) => driver.executeScript<Place | null>(middleOf, element))
      .catch(() => null); // Exchanged in between: looked for again.
    const rests = place?.x === before?.x && place?.y === before?.y;
    restCount = rests ? restCount + 1 : 0;
    if (place !== null && restCount >= 3) {
      return place;
    }
    before = place;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Cannot be clicked: ${JSON.stringify(target)}`);
}

/** Runs in the page. */
function middleOf(element: HTMLElement): Place | null {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = element.getBoundingClientRect();
  const middle = {
    x: Math.round(x + width / 2),
    y: Math.round(y + height / 2),
  };
  const hit = document.elementFromPoint(middle.x, middle.y);
  return element.matches(':disabled') || !element.contains(hit) ? null : middle;
}

async function startScreen(): Promise<{
  screen: ChildProcess;
  display: string;
}> {
  const screen = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  );
  const [number] = await once(screen.stdio[3] as Readable, 'data');
  return { screen, display: `:${String(number).trim()}` };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function answers(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const isUp = await fetch(`http://127.0.0.1:${port}/status`).then(
      () => true,
      () => false,
    );
    if (isUp) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('WebKitWebDriver does not answer');
}
