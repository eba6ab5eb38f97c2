import type { Exercise } from '../lab.ts';
import code from './exercise.ts?raw';

export const exercise: Exercise = {
  file: 'quantisation.ts',
  code,
  tests: ['quantisation.test.ts'],
  tasks: {
    'choose the scale and the zero point': '选定scale和zeroPoint',
    'divide, round, shift, clip': '除以scale、取整、平移、限制范围',
    'undo the shift, then the division': '先撤销平移，再撤销除法',
  },
  hints: [
    {
      'zh-CN':
        '先想一把刻度尺：从`min`到`max`（必须包含0）的长度要分成`highest − lowest`格，每格就是`scale`。编码q代表的实数是`scale × (q − zeroPoint)`。',
      en: 'Think of a ruler: the length from `min` to `max` (0 must be on it) is divided into `highest − lowest` steps, and one step is the `scale`. A code q stands for `scale × (q − zeroPoint)`.',
    },
    {
      'zh-CN':
        '最小的实数`low`应当落在编码`lowest`上：`low ≈ scale × (lowest − zeroPoint)`。解出`zeroPoint`，再取整，这样0才有自己的编码。量化是反过来：除以`scale`、取整、加上`zeroPoint`，最后限制在`lowest`和`highest`之间。',
      en: 'The smallest real number `low` should get the code `lowest`: `low ≈ scale × (lowest − zeroPoint)`. Solve for `zeroPoint` and round it, so that 0 has a code of its own. To quantise, go the other way: divide by `scale`, round, add `zeroPoint`, then clip to `lowest` and `highest`.',
    },
    {
      'zh-CN':
        '`low = Math.min(min, 0)`，`high = Math.max(max, 0)`；`scale = (high − low) / (highest − lowest)`，若为0则取1；`zeroPoint = Math.round(lowest − low / scale)`。`quantise`：`Math.min(Math.max(Math.round(x / scale) + zeroPoint, lowest), highest)`。`dequantise`：`scale * (q − zeroPoint)`。',
      en: '`low = Math.min(min, 0)`, `high = Math.max(max, 0)`; `scale = (high − low) / (highest − lowest)`, or 1 if that is 0; `zeroPoint = Math.round(lowest − low / scale)`. `quantise`: `Math.min(Math.max(Math.round(x / scale) + zeroPoint, lowest), highest)`. `dequantise`: `scale * (q − zeroPoint)`.',
    },
  ],
  causes: {
    'gives the numbers worked out by hand for -0.8 to 2.4': {
      'zh-CN':
        '先对照`scale`：3.2要除以255（格数），不是256（编码个数）。`scale`对而编码不对，多半是`zeroPoint`的正负号写反。',
      en: 'Check the scale first: 3.2 is divided by 255, the number of steps, not by 256, the number of codes. If the scale is right and the codes are not, `zeroPoint` probably has the wrong sign.',
    },
    'is off by at most half a scale anywhere in the range': {
      'zh-CN':
        '误差超过半格，通常是用了向下取整（`Math.floor`、`Math.trunc`或`| 0`）而不是四舍五入，或者没有把结果限制在最小与最大编码之间。',
      en: 'An error of more than half a step usually comes from rounding down (`Math.floor`, `Math.trunc`, `| 0`) instead of to the nearest code, or from codes that are not clipped to `lowest` and `highest`.',
    },
    'represents 0 exactly, even if the range does not contain it': {
      'zh-CN':
        '`zeroPoint`必须是整数，而且范围要先扩到包含0：`min`为2时，从0开始算，不是从2开始。',
      en: '`zeroPoint` has to be a whole number, and the range must first be stretched to 0: if `min` is 2, start from 0, not from 2.',
    },
    'uses whole codes of the given number of bits, and both ends': {
      'zh-CN':
        '编码要先取整，并且两端都要用到：格数是`highest − lowest`，少用一格或多用一格都会让某一端空着。',
      en: 'Codes are rounded, and both ends are in use: there are `highest − lowest` steps; one more or less leaves an end empty.',
    },
    'gives numbers out of range the code of the nearest end': {
      'zh-CN':
        '超出范围的数要截断到`lowest`或`highest`。不截断的话，真实的int8会回绕，100会变成一个负数。',
      en: 'Numbers out of range are clipped to `lowest` or `highest`. Without that, a real int8 wraps around and 100 becomes something negative.',
    },
    'keeps codes as they are: quantising twice changes nothing': {
      'zh-CN':
        '`dequantise`要和`quantise`互逆：先减`zeroPoint`，再乘`scale`。先乘后减，或者忘了减，都会让第二次量化得到别的编码。',
      en: '`dequantise` must undo `quantise`: subtract `zeroPoint` first, then multiply by `scale`. In the other order, or without the subtraction, the second pass gives other codes.',
    },
    'works on a range that is only 0': {
      'zh-CN':
        '全零张量的范围长度是0，`scale`为0时除法得到`NaN`。这时任取一个正的`scale`，例如1。',
      en: 'A tensor of zeros has a range of length 0, and dividing by a `scale` of 0 gives `NaN`. Take any positive scale then, such as 1.',
    },
  },
};
