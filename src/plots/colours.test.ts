import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  classTextColour,
  grid,
  high,
  ink,
  low,
  muted,
  paper,
  rampColour,
} from './style.ts';

type Triple = [number, number, number];

const css = readFileSync(
  fileURLToPath(new URL('./plots.css', import.meta.url)),
  'utf8',
).replaceAll("'", '"');

function theme(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf('}', start));
  const found = block.matchAll(/(--plot-[\w-]+): (#[\da-f]{6})/g);
  return new Map([...found].map(([, name = '', value = '']) => [name, value]));
}

function linear(hex: string): Triple {
  return [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045
      ? channel / 12.92
      : ((channel + 0.055) / 1.055) ** 2.4;
  }) as Triple;
}

function times(rows: readonly Triple[], [a, b, c]: Triple): Triple {
  return rows.map(([x, y, z]) => x * a + y * b + z * c) as Triple;
}

// The matrices of the definition of Oklab, https://bottosson.github.io/posts/oklab/
const toCone: Triple[] = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const fromCone: Triple[] = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

/** Oklab is linear in cube roots of cone values, so mixing those is enough. */
function mixed(a: Triple, b: Triple, share: number): Triple {
  const [x, y] = [a, b].map((each) => times(toCone, each).map(Math.cbrt));
  const cone = x?.map((each, i) => each * share + (y?.[i] ?? 0) * (1 - share));
  return times(fromCone, cone?.map((each) => each ** 3) as Triple);
}

/** The linear colour of an expression that this renderer writes. */
function colour(text: string, names: Map<string, string>): Triple {
  const mix = /^color-mix\(in oklab, (.+) ([\d.]+)%, (.+)\)$/.exec(text);
  if (mix) {
    const [, first = '', share = '', second = ''] = mix;
    return mixed(
      colour(first, names),
      colour(second, names),
      Number(share) / 100,
    );
  }
  const name = /^var\((--plot-[\w-]+), #[\da-f]{6}\)$/.exec(text)?.[1];
  const value = names.get(name ?? '');
  if (!value) throw new Error(`not a colour of the theme: ${text}`);
  return linear(value);
}

function luminance([r, g, b]: Triple): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: Triple, b: Triple): number {
  const [x, y] = [luminance(a) + 0.05, luminance(b) + 0.05];
  return Math.max(x, y) / Math.min(x, y);
}

const themes = {
  light: theme(':root'),
  dark: theme(':root[data-theme="dark"]'),
};

describe.each(Object.entries(themes))('colours of the %s theme', (_, names) => {
  const of = (text: string) => colour(text, names);
  const named = (name: string) => linear(names.get(name) ?? '');
  const paper = named('--plot-paper');

  test('marks have a contrast of 3:1 against the paper', () => {
    const marks = [1, 2, 3, 4, 5, 6, 7, 8, 'low', 'high'];
    for (const mark of marks) {
      const against = contrast(named(`--plot-${mark}`), paper);
      expect(against, `--plot-${mark}`).toBeGreaterThanOrEqual(3);
    }
  });

  test('text has a contrast of 4.5:1 against the paper', () => {
    for (const name of ['--plot-ink', '--plot-muted']) {
      expect(contrast(named(name), paper)).toBeGreaterThanOrEqual(4.5);
    }
    for (let index = 0; index < 8; index++) {
      const against = contrast(of(classTextColour(index)), paper);
      expect(against, `class ${index}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('numbers can be read on every colour of a heatmap', () => {
    for (let step = -32; step <= 32; step++) {
      const position = step / 32;
      const against = contrast(of(ink), of(rampColour(position)));
      expect(against, `position ${position}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  test('a heatmap gets steadily further from its middle', () => {
    const middle = of(rampColour(0));
    for (const sign of [-1, 1]) {
      const steps = Array.from({ length: 17 }, (_, step) =>
        contrast(of(rampColour((sign * step) / 16)), middle),
      );
      expect(steps).toEqual([...steps].sort((a, b) => a - b));
    }
  });
});

test('both themes define the same colours', () => {
  expect([...themes.dark.keys()]).toEqual([...themes.light.keys()]);
});

test('the fallbacks are the colours of the light theme', () => {
  const written = [ink, muted, grid, paper, low, high, rampColour(0)];
  for (let index = 0; index < 8; index++) written.push(classTextColour(index));
  for (const text of written) {
    for (const [, name = '', value] of text.matchAll(
      /var\((--plot-[\w-]+), (#[\da-f]{6})\)/g,
    )) {
      expect(value, name).toBe(themes.light.get(name));
    }
  }
});
