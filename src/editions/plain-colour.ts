/**
 * A colour of a figure for programs that know neither variables nor mixtures:
 * the light theme, which the figures carry as the fallbacks of variables.
 */
export function plainColour(value: string): string {
  const known = value.replace(/var\(--[\w-]+,\s*(#[0-9a-f]{6})\)/gi, '$1');
  const mix =
    /^color-mix\(in oklab, (#[0-9a-f]{6}) ([\d.]+)%, (#[0-9a-f]{6})\)$/i.exec(
      known,
    );
  if (mix === null) {
    return known;
  }
  const [, first = '', share = '', second = ''] = mix;
  const weight = Number(share) / 100;
  const [a, b] = [oklab(first), oklab(second)];
  return hex(a.map((x, i) => x * weight + (b[i] ?? 0) * (1 - weight)));
}

/** From https://bottosson.github.io/posts/oklab/, as CSS Color 4 has it. */
const toLms = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const toLab = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const fromLab = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const fromLms = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

const times = (matrix: number[][], vector: number[]) =>
  matrix.map((row) => row.reduce((sum, x, i) => sum + x * (vector[i] ?? 0), 0));

function oklab(colour: string): number[] {
  const rgb = [1, 3, 5].map((i) => {
    const value = Number.parseInt(colour.slice(i, i + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return times(toLab, times(toLms, rgb).map(Math.cbrt));
}

function hex(lab: number[]): string {
  const lms = times(fromLab, lab).map((x) => x ** 3);
  const parts = times(fromLms, lms).map((linear) => {
    const x = Math.min(1, Math.max(0, linear));
    const value = x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055;
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${parts.join('')}`;
}
