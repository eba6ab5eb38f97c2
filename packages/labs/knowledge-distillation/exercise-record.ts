import type { Exercise } from '../lab.ts';
import code from './exercise.ts?raw';

export const exercise: Exercise = {
  file: 'distillation.ts',
  code,
  tests: ['distillation.test.ts'],
  tasks: {
    'make probabilities of the logits': '把logits变成概率',
    'add the slopes of the two parts': '把两部分损失的导数加起来',
  },
  hints: [
    {
      'zh-CN':
        '`softenedSoftmax`就是普通softmax，只是每个logit先除以T。先减去最大的logit再取指数，结果不变，但不会溢出。',
      en: '`softenedSoftmax` is ordinary softmax of logits that are divided by T first. Subtract the largest logit before taking powers: the result is the same and nothing overflows.',
    },
    {
      'zh-CN':
        '软项的损失是α·T²·KL。KL对z/T的导数是q − soft，对z还要乘1/T，所以总的系数是α·T²·(1/T) = α·T；不乘T²时是α/T。硬项是(1 − α)(softmax(z) − hard)，用的是T = 1。',
      en: 'The soft part of the loss is α·T²·KL. The derivative of KL by z/T is q − soft, and by z it has another 1/T, so the factor is α·T²·(1/T) = α·T, or α/T without T². The hard part is (1 − α)(softmax(z) − hard), at T = 1.',
    },
    {
      'zh-CN':
        '`softenedSoftmax`：`powers = logits.map(z => Math.exp((z − largest) / temperature))`，再各除以总和。`distillationSlopes`：`factor = softWeight * (scaled ? temperature : 1 / temperature)`；第i个导数 = `factor * (q[i] − soft[i])`，若`hard`不是`null`再加`(1 − softWeight) * (answer[i] − hard[i])`，其中`answer = softenedSoftmax(logits, 1)`。',
      en: '`softenedSoftmax`: `powers = logits.map(z => Math.exp((z − largest) / temperature))`, each divided by their sum. `distillationSlopes`: `factor = softWeight * (scaled ? temperature : 1 / temperature)`; slope i = `factor * (q[i] − soft[i])`, plus `(1 − softWeight) * (answer[i] − hard[i])` unless `hard` is `null`, with `answer = softenedSoftmax(logits, 1)`.',
    },
  ],
  causes: {
    'is softmax at temperature 1': {
      'zh-CN':
        '指数之后要除以总和。如果结果加起来不是1，多半是忘了这一步，或者除以了个数。',
      en: 'After taking powers, divide by their sum. If the results do not add up to 1, this step is missing or divides by the number of classes.',
    },
    'evens the probabilities out as the temperature rises': {
      'zh-CN':
        '温度要除在logits上，不是乘上去，也不是除在算好的概率上：概率都除以T再归一化，等于什么也没做。',
      en: 'The temperature divides the logits. Multiplying makes them sharper, and dividing finished probabilities by T does nothing once they are normalised.',
    },
    'keeps the ratio of two classes at e^(difference / T)': {
      'zh-CN':
        '两个类的概率比应当是e^(差 / T)。不对的话，检查温度除的是不是整个`(z − largest)`，别漏括号。',
      en: 'The ratio of two classes must be e^(difference / T). If not, see whether T divides the whole of `(z − largest)`: parentheses.',
    },
    'gives probabilities with the sum 1, also for huge logits': {
      'zh-CN':
        'e^1000溢出成`Infinity`，`Infinity / Infinity`是`NaN`。先减去最大的logit；只减常数或平均值不够，因为差可能仍然很大。',
      en: 'e^1000 overflows to `Infinity`, and `Infinity / Infinity` is `NaN`. Subtract the largest logit; a constant or the mean is not enough, as the difference can still be huge.',
    },
    'does not change when all logits are shifted, nor its argument': {
      'zh-CN':
        '不要原地改logits：学生的前向结果还要用来算硬项。用`map`生成新数组。',
      en: 'Do not change the logits in place: the hard part still needs them. Let `map` make a new array.',
    },
    'are those of the loss, measured by small steps to both sides': {
      'zh-CN':
        '导数和损失对不上。常见原因：软项忘了链式法则的1/T（乘了T²而不是T）；硬项误用了温度T；权重α与1 − α写反。',
      en: 'The slopes do not belong to the loss. Usual reasons: the 1/T of the chain rule is missing (T² instead of T), the hard part uses the temperature T, or α and 1 − α are swapped.',
    },
    'shrink as 1 / T² if the loss is not multiplied by T²': {
      'zh-CN':
        '`scaled`为`false`时软项的系数是α/T；再加上q − soft本身的1/T，才是1/T²。如果比值是2，说明漏了链式法则的1/T。',
      en: 'If `scaled` is `false` the factor is α/T, and q − soft itself brings the second 1/T. A ratio of 2 means that the 1/T of the chain rule is missing.',
    },
    'become those of least squares on centred logits as T grows': {
      'zh-CN': '系数应当是T，不是T²或1。乘T²时导数会随温度无限变大。',
      en: 'The factor is T, not T² or 1. With T² the slopes grow without end.',
    },
    'without a label have the part of the teacher alone': {
      'zh-CN':
        '`hard`为`null`时只有软项，系数仍是α。不要把没有标签当成全0的标签：那会把每个类都往下压。',
      en: 'If `hard` is `null` only the soft part is left, still with weight α. No label is not a label of zeros: that would push every class down.',
    },
    'add up to 0: a shift of all logits changes nothing': {
      'zh-CN':
        '两组概率的差加起来必须是0。不为0说明某一边不是概率，例如拿logits直接相减。',
      en: 'The difference of two sets of probabilities adds up to 0. If not, one side is no probability, such as a difference of raw logits.',
    },
  },
};
