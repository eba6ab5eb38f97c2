import { describe, expect, it } from 'vitest';
import { classesOfSheet, withoutUnused } from './unused-style-sheets.mjs';

const link = (name: string) =>
  `<link rel="stylesheet" href="/guide/_astro/${name}">`;
const sheets = new Map([
  ['lab.css', classesOfSheet('.pg-button{color:red}.pg-log:hover{top:0.5em}')],
  ['base.css', classesOfSheet('body{margin:0}')],
]);
const page = (body: string) =>
  `<head>${link('base.css')}${link('lab.css')}</head><body>${body}</body>`;

describe('withoutUnused', () => {
  it('drops a style sheet of which the page has no class', () => {
    expect(withoutUnused(page('<p class="a b">.pg-button</p>'), sheets)).toBe(
      `<head>${link('base.css')}</head><body><p class="a b">.pg-button</p></body>`,
    );
  });

  it('keeps one of which the page has a class, first or not', () => {
    const html = page('<p class="a pg-log">x</p>');
    expect(withoutUnused(html, sheets)).toBe(html);
  });

  it('keeps everything where an island may bring classes of its own', () => {
    const html = page('<astro-island></astro-island>');
    expect(withoutUnused(html, sheets)).toBe(html);
  });

  it('keeps a style sheet that it does not know', () => {
    const html = `<head>${link('other.css')}</head>`;
    expect(withoutUnused(html, sheets)).toBe(html);
  });
});
