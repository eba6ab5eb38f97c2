import { afterAll, beforeAll, describe, test } from 'vitest';
import { labIds } from '../../packages/labs/catalog.ts';
import { labs, locales } from '../support/site.ts';
import { Bench } from './bench.ts';
import type { Driver } from './driver.ts';
import { type EngineName, engines } from './engines.ts';
import { site } from './site-url.ts';
import { steps } from './steps.ts';

/** Every lab of the catalogue in one browser, step by step. */
export function describeEngine(name: EngineName): void {
  const engine = engines[name];
  describe(engine.title, () => {
    let driver: Driver;
    beforeAll(async () => {
      const path = engine.find();
      if (path === undefined) {
        throw new Error(`${engine.title} is missing. ${engine.advice}`);
      }
      driver = await engine.start(path);
      console.info(driver.version);
    }, 60_000);
    afterAll(() => driver?.close());

    for (const [index, id] of labIds.entries()) {
      const locale = locales[index % locales.length] ?? 'zh-CN';
      describe(`${id} (${locale})`, () => {
        const lab = labs.find((candidate) => candidate.id === id);
        let failed = false;
        for (const [step, take] of Object.entries(steps)) {
          test(step, { timeout: 120_000 }, async (context) => {
            // A step starts where the one before it has left off.
            context.skip(failed, 'an earlier step has failed');
            failed = true;
            if (lab === undefined) {
              throw new Error(`No page shows the lab ${id}`);
            }
            await take(new Bench(driver, site, lab, locale));
            failed = false;
          });
        }
      });
    }
  });
}
