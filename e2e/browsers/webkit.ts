import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Readable } from 'node:stream';
import {
  Builder,
  By,
  Capabilities,
  Key,
  until,
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
    await driver.manage().window().setRect({ width: 1280, height: 880 });
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
      const element = await find(driver, target);
      // WebDriver scrolls to an edge, where the site's header may cover it.
      await driver.executeScript(
        "arguments[0].scrollIntoView({ block: 'center', behavior: 'instant' })",
        element,
      );
      await driver.wait(until.elementIsVisible(element), 5_000);
      await standsStill(element);
      await element.click();
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

/** A page that still grows would move the element away from the pointer. */
async function standsStill(element: WebElement): Promise<void> {
  let before = await element.getRect();
  for (let tries = 0; tries < 50; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 50));
    const rect = await element.getRect();
    if (rect.x === before.x && rect.y === before.y) {
      return;
    }
    before = rect;
  }
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
