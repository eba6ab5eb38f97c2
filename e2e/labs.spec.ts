import { labs, locales } from './support/site.ts';
import { expect, test } from './support/test.ts';

/** What a text in each language has, though a program wrote it in English. */
const words = { 'zh-CN': /\p{Script=Han}/u, en: /[a-z]{3}/ };

for (const locale of locales) {
  for (const { id, tests, figures } of labs) {
    test(`${id} runs (${locale})`, {
      tag: locale === 'en' ? '@wide' : [],
    }, async ({ openLab }) => {
      const lab = await openLab(id, locale);

      await lab.show('figure');
      const names = lab.figureSwitch;
      const count = figures.length;
      await expect(names).toHaveCount(count > 1 ? count : 0);
      let drawings = 0;
      let former = '';
      for (let index = 0; index < count; index += 1) {
        if (count > 1) {
          await names.nth(index).click();
          await expect(names.nth(index)).toHaveAttribute(
            'aria-pressed',
            'true',
          );
        }
        // The press is answered first, then the figure is drawn.
        const drawing = lab.root.locator('.pg-drawing');
        await expect.poll(() => drawing.innerHTML()).not.toBe(former);
        former = await drawing.innerHTML();
        const caption = lab.root.locator('figcaption');
        await expect(caption).toHaveText(words[locale]);
        const picture = lab.root.locator('.pg-drawing > :is(svg, table)');
        await expect(picture).toBeVisible();
        if (await lab.figure.isVisible()) {
          drawings += 1;
          await expect(lab.figure).toHaveAccessibleName(words[locale]);
          await expect(lab.figure).toHaveAccessibleDescription(words[locale]);
        }
      }
      expect(drawings, 'figures that are pictures').toBeGreaterThan(0);

      await lab.show('output');
      await expect(lab.log).toBeVisible();
      await expect(lab.log).toHaveText(/\S{5}/);
      await expect(lab.log.getByRole('alert')).toHaveCount(0);

      if (tests.length > 0) {
        await lab.runTests();
        await lab.expectState('passed', 40_000);
        const passed = lab.log.locator('li.is-pass');
        expect(await passed.count(), 'tests that pass').toBeGreaterThan(5);
        await expect(lab.log.locator('li:not(.is-pass)')).toHaveCount(0);
        const total = await passed.count();
        await expect(lab.status).toContainText(String(total));
      } else {
        await expect(lab.button('runTests')).toHaveCount(0);
      }
    });
  }
}
