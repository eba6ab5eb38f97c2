import type { Exercise } from '../lab.ts';
import code from './exercise.ts?raw';

export const exercise: Exercise = {
  file: 'fed-avg.ts',
  code,
  tests: ['fed-avg.test.ts'],
  tasks: {
    'add the weighted mean of the changes': '加上各个改变量的加权平均',
    'train, and say what has changed': '训练，再交出改变量',
  },
  hints: [
    {
      'zh-CN':
        '`aggregate`：每份改变量的权重是它的样本数除以总样本数，权重之和为1。`localUpdate`：客户端传回的是训练之后减去训练之前的参数，而不是参数本身。',
      en: '`aggregate`: the weight of a change is its number of examples divided by that of all, so the weights add up to 1. `localUpdate`: a client sends the parameters after training minus those before, not the parameters themselves.',
    },
    {
      'zh-CN':
        '第i个参数的新值是`parameters[i]`加上`Σ (exampleCount / total) × change[i]`，对所有更新求和。`localUpdate`里先把批大小限制在样本数以内，再用`trainClassifier`从服务器的网络开始训练，比较两次`parametersOf`。',
      en: 'The new parameter i is `parameters[i]` plus `Σ (exampleCount / total) × change[i]` over all updates. In `localUpdate` limit the batch size to the number of examples, train from the server’s network with `trainClassifier`, and compare `parametersOf` of both.',
    },
    {
      'zh-CN':
        '`aggregate`：`return parameters.map((p, i) => updates.reduce((w, u) => w + (u.exampleCount / total) * at(u.change, i), p))`。`localUpdate`：`const batchSize = Math.min(options.batchSize, rows.length)`；`const trained = trainClassifier(network, rows, labels, { ...options, batchSize })`；`change = zipWith(parametersOf(trained), parametersOf(network), (a, b) => a − b)`；`exampleCount = rows.length`。',
      en: '`aggregate`: `return parameters.map((p, i) => updates.reduce((w, u) => w + (u.exampleCount / total) * at(u.change, i), p))`. `localUpdate`: `const batchSize = Math.min(options.batchSize, rows.length)`; `const trained = trainClassifier(network, rows, labels, { ...options, batchSize })`; `change = zipWith(parametersOf(trained), parametersOf(network), (a, b) => a − b)`; `exampleCount = rows.length`.',
    },
  ],
  causes: {
    'weights three clients of 100, 300 and 600 examples by hand': {
      'zh-CN':
        '得到2.33说明三份改变量被等权平均；得到几百说明忘了除以总样本数。',
      en: '2.33 means that the three changes counted the same; some hundreds, that the total number of examples is missing below the line.',
    },
    'adds the mean change to the parameters of the server': {
      'zh-CN':
        '结果是服务器的旧参数加上平均改变量。只返回平均改变量，或者用减号，都不对：改变量已经带着方向。',
      en: 'The result is the old parameters plus the mean change. Returning the mean alone, or subtracting it, is wrong: a change already has its direction.',
    },
    'does not depend on the order, nor on a common factor of the sizes': {
      'zh-CN':
        '加权平均与客户端到达的先后无关。如果逐个更新地取“新旧各一半”，后到的权重就更大。',
      en: 'A weighted mean does not depend on who comes first. Averaging one update after the other, half and half, gives late ones more weight.',
    },
    'takes over the change of a single client': {
      'zh-CN': '只有一份更新时它的权重是1。检查分母是不是更新里的样本数之和。',
      en: 'A single update has the weight 1. See that the denominator is the sum of the examples in these updates.',
    },
    'changes nothing without updates, and never its arguments': {
      'zh-CN':
        '不要把改变量加到传进来的数组上：服务器还要用旧参数。用`map`生成新数组。',
      en: 'Do not add to the array that was handed in: the server still needs the old parameters. Let `map` make a new one.',
    },
    'is the difference that training on the own data makes': {
      'zh-CN':
        '改变量 = 训练后 − 训练前。符号反了、直接传回参数、或没有把`options`（包括`seed`）交给训练，都会在这里失败。',
      en: 'The change is after minus before. It fails here if the sign is wrong, if the parameters themselves are sent, or if the `options`, `seed` included, do not reach the training.',
    },
    'with one local step of all data is gradient descent in one place': {
      'zh-CN':
        '每个客户端只走一步全量梯度时，按样本数加权的平均正好等于集中训练的一步。等权平均会偏向小客户端；批大小要限制在样本数以内。',
      en: 'If each client takes one step over all its data, the mean by examples is exactly one step in one place. Equal weights favour small clients; and the batch size must not exceed the number of examples.',
    },
    'skips clients without examples': {
      'zh-CN':
        '没有样本的客户端不会走到`localUpdate`。这里失败多半是加权平均或批大小有误，先看前面的测试。',
      en: 'A client without examples never gets to `localUpdate`. If this fails, the weighted mean or the batch size is wrong: see the tests above.',
    },
  },
};
