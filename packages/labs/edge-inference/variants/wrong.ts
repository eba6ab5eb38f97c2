import { right, type Solution } from './right.ts';

const plain = right['plain'] as Solution;

/** What goes wrong, and the test that says so. */
export const wrong: Readonly<
  Record<string, { solution: Solution; fails: string }>
> = {
  'counts the codes, not the steps between them': {
    solution: {
      ...plain,
      affineParameters: plain.affineParameters.replace(
        '(highest - lowest)',
        '(highest - lowest + 1)',
      ),
    },
    fails: 'gives the numbers worked out by hand for -0.8 to 2.4',
  },
  'rounds down': {
    solution: {
      ...plain,
      quantise: plain.quantise.replace('Math.round', 'Math.floor'),
    },
    fails: 'is off by at most half a scale anywhere in the range',
  },
  'cuts off the digits after the point': {
    solution: {
      ...plain,
      quantise: plain.quantise.replace('Math.round', 'Math.trunc'),
    },
    fails: 'is off by at most half a scale anywhere in the range',
  },
  'leaves the zero point a fraction': {
    solution: {
      ...plain,
      affineParameters: plain.affineParameters.replace('Math.round', ''),
    },
    fails: 'gives the numbers worked out by hand for -0.8 to 2.4',
  },
  'does not stretch the range to 0': {
    solution: {
      ...plain,
      affineParameters: plain.affineParameters
        .replace('Math.min(min, 0)', 'min')
        .replace('Math.max(max, 0)', 'max'),
    },
    fails: 'represents 0 exactly, even if the range does not contain it',
  },
  'does not clip': {
    solution: {
      ...plain,
      quantise: `
        const { scale, zeroPoint } = parameters;
        return values.map((x) => Math.round(x / scale) + zeroPoint);`,
    },
    fails: 'gives numbers out of range the code of the nearest end',
  },
  'divides by a range of zeros': {
    solution: {
      ...plain,
      affineParameters: plain.affineParameters.replace(
        'low === high ? 1 : ',
        '',
      ),
    },
    fails: 'works on a range that is only 0',
  },
  'has the sign of the zero point wrong': {
    solution: {
      ...plain,
      affineParameters: plain.affineParameters.replace(
        'lowest - low / scale',
        'lowest + low / scale',
      ),
    },
    fails: 'gives the numbers worked out by hand for -0.8 to 2.4',
  },
  'forgets the zero point on the way back': {
    solution: {
      ...plain,
      dequantise: 'return codes.map((q) => parameters.scale * q);',
    },
    fails: 'keeps codes as they are: quantising twice changes nothing',
  },
};
