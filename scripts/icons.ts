/**
 * Draws the icons of the installed app from public/favicon.svg. Run it after a
 * change of the logo and commit what it writes.
 *
 * Usage: npx node scripts/icons.ts
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { sealColour } from '../src/lib/theme-colours.ts';
import { chromiumPath } from './browser.ts';

const path = (file: string) =>
  fileURLToPath(new URL(`../public/${file}`, import.meta.url));

/**
 * A system cuts a maskable icon to a shape of its own: the mark keeps within
 * the inner 80 %, the ground reaches the edges.
 */
const icons = [
  { file: 'icon-192.png', size: 192, isFull: false },
  { file: 'icon-512.png', size: 512, isFull: false },
  { file: 'maskable-192.png', size: 192, isFull: true },
  { file: 'maskable-512.png', size: 512, isFull: true },
  { file: 'apple-touch-icon.png', size: 180, isFull: true },
];

const logo = readFileSync(path('favicon.svg'), 'utf8');
const executablePath = chromiumPath();
const browser = await chromium.launch({
  ...(executablePath ? { executablePath } : {}),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
mkdirSync(path('icons'), { recursive: true });
for (const { file, size, isFull } of icons) {
  const page = await browser.newPage({
    viewport: { width: size, height: size },
  });
  const ground = isFull ? sealColour : 'transparent';
  await page.setContent(
    `<style>html,body{margin:0;background:${ground}}svg{display:block;` +
      `width:${size}px;height:${size}px;${isFull ? 'scale:.9' : ''}}</style>` +
      logo,
  );
  await page.screenshot({ path: path(`icons/${file}`), omitBackground: true });
  await page.close();
}
await browser.close();
