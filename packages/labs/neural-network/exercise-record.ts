import type { Exercise, Localized } from '../lab.ts';
import code from './exercise.ts?raw';

const wrongSlope: Localized = {
  'zh-CN':
    '梯度与数值差分对不上。所有激活都错：检查Xᵀ·`delta`的方向、偏置的列和，以及梯度的顺序（第0层在前）。只有某种激活错：往下一层传时，要乘“下面那一层”的激活斜率，自变量是它的输出a，不是误差。只有mse或只有交叉熵错：最后一层的`delta`没有用`outputDelta`。',
  en: 'The gradient differs from the numeric one. For all activations: check the direction of Xᵀ · `delta`, the column sums for the biases, and the order (layer 0 first). For one activation: on the way down, multiply by the slope of the layer below, taken at its result a, not at the error. For mse only or cross-entropy only: `delta` of the last layer is not `outputDelta`.',
};

const oneUnit: Localized = {
  'zh-CN':
    '只有一个单元，可以手算：`delta`是−0.5（交叉熵）、−0.25（mse配sigmoid）或−2（线性），权重的梯度是它乘以输入2。符号反了：`step`应当是减。多除或少除一次样本数：`outputDelta`已经除过了。原来的网络变了：`step`要造新的数组。',
  en: 'One unit, so work it out by hand: `delta` is −0.5 (cross-entropy), −0.25 (mse with sigmoid) or −2 (linear), and the gradient of the weight is 2, the input, times that. Wrong sign: `step` subtracts. A factor too many: `outputDelta` has divided by the batch size already. If the old network has changed: `step` must make new arrays.',
};

const xor: Localized = {
  'zh-CN':
    '损失不降。常见原因：`step`的结果没有赋给`network`，于是一直从起点算；符号反了，在往上爬；隐藏层没有加激活，多层等于一层；偏置没有更新。先让梯度的测试通过。',
  en: 'The loss does not fall. Often the result of `step` is not assigned to `network`, so that every step starts at the start; or the sign is wrong; or the hidden layer has no activation, which makes it useless; or the biases are not updated. Get the tests of the gradient to pass first.',
};

const line: Localized = {
  'zh-CN':
    '用小批量时，每一批都要各自前向、反向、走一步，下一批用更新后的网络。偏置停在0，说明偏置的梯度漏了。',
  en: 'Each batch goes forward, backward and one step, and the next batch uses the updated network. A bias that stays at 0 has no gradient.',
};

const slopeTests = ['sigmoid', 'tanh', 'relu'].flatMap((activation) =>
  ['mse, sigmoid', 'mse, linear', 'cross-entropy, sigmoid']
    .concat('cross-entropy, softmax')
    .map(
      (rest) => `has the slopes of central differences: ${activation}, ${rest}`,
    ),
);

const seeds = Array.from({ length: 20 }, (_, index) => index + 1);

export const exercise: Exercise = {
  file: 'neural-network.ts',
  code,
  tests: [
    'neural-network.test.ts',
    'xor.test.ts',
    'gradients.test.ts',
    'neural-network-input.test.ts',
  ],
  tasks: {
    'go through the layers and keep the results of each':
      '逐层往前算，留下每一层的结果',
    'carry delta from the last layer to the first':
      '把delta从最后一层传回第一层',
    'subtract learningRate times the gradient': '减去learningRate乘梯度',
    'repeat forward, backward, step': '反复做前向、反向、更新',
  },
  hints: [
    {
      'zh-CN':
        '顺序：`forward` → `backward` → `step` → `runEpochs`。每写完一个，跑一次测试，看又有哪几个变绿。`forward`要把每一层的结果都留下（输入放在最前面），`backward`正是靠它们求导。',
      en: 'In this order: `forward`, `backward`, `step`, `runEpochs`; run the tests after each and see which ones turn green. `forward` keeps the results of every layer, the inputs first: `backward` takes its derivatives from them.',
    },
    {
      'zh-CN':
        '`forward`：加权和是`multiply(上一层的结果, weights)`，每行再加`biases`，然后逐行`activate`。`backward`：从`outputDelta`开始，从最后一层往前走；第l层的输入是`pass.activations[l]`，权重的梯度是`multiply(transpose(输入), delta)`，偏置的梯度是`columnSums(delta)`；若`l > 0`，新的`delta`是`multiply(delta, transpose(weights))`逐元素乘以下面那层激活的斜率。`step`：每个数都是`value − learningRate × slope`，造新的网络。',
      en: '`forward`: the weighted sums are `multiply(results below, weights)`, plus `biases` in each row, then `activate` each row. `backward`: start with `outputDelta` and go from the last layer to the first; the inputs of layer l are `pass.activations[l]`, the gradient of the weights is `multiply(transpose(inputs), delta)`, that of the biases `columnSums(delta)`; if `l > 0`, the next `delta` is `multiply(delta, transpose(weights))`, each number times the slope of the activation of the layer below. `step`: every number becomes `value − learningRate × slope`, in a new network.',
    },
    {
      'zh-CN':
        '`backward`的循环体：`const inputs = at(pass.activations, index)`；`gradients.unshift({ weights: multiply(transpose(inputs), delta), biases: columnSums(delta) })`；`index`为0就停；`const slopeAt = slopeOf(at(network.layers, index - 1).activation)`；`delta = zipMatrix(multiply(delta, transpose(layer.weights)), inputs, (error, a) => error * slopeAt(a))`。`runEpochs`：`epoch`从0到`epochs`，第0轮不训练；其余各轮对`dealBatches(all, batchSize, random)`的每一批做`network = step(network, backward(network, forward(network, inputs), targets), learningRate)`；每轮末尾在全部样本上算损失，`checkProgress`，`yield { epoch, loss, network }`。',
      en: 'The body of the loop in `backward`: `const inputs = at(pass.activations, index)`; `gradients.unshift({ weights: multiply(transpose(inputs), delta), biases: columnSums(delta) })`; stop at `index` 0; `const slopeAt = slopeOf(at(network.layers, index - 1).activation)`; `delta = zipMatrix(multiply(delta, transpose(layer.weights)), inputs, (error, a) => error * slopeAt(a))`. `runEpochs`: `epoch` goes from 0 to `epochs`, and epoch 0 does not train; in the others, for each batch of `dealBatches(all, batchSize, random)`: `network = step(network, backward(network, forward(network, inputs), targets), learningRate)`; at the end of each epoch measure the loss over all examples, `checkProgress`, `yield { epoch, loss, network }`.',
    },
  ],
  causes: {
    "has the outputs of the article's layer: σ(0.1), σ(0.2), σ(0.3)": {
      'zh-CN':
        '三个数依次是σ(0.1)、σ(0.2)、σ(0.3)。得到σ(0)、σ(0.1)、σ(0.2)：漏了偏置。得到0.1、0.2、0.3：漏了激活。',
      en: 'The three numbers are σ(0.1), σ(0.2), σ(0.3). If you get σ(0), σ(0.1), σ(0.2), the biases are missing; if you get 0.1, 0.2, 0.3, the activation is.',
    },
    'solves XOR with weights chosen by hand': {
      'zh-CN':
        '`activations`要有三项：输入、隐藏层、输出。第1项应当是经过ReLU之后的结果，不是加权和；每一层用它自己的激活函数。',
      en: 'There are three activations: the inputs, the hidden layer, the outputs. Number 1 holds results after ReLU, not weighted sums, and each layer uses its own activation.',
    },
    'of one sigmoid unit with cross-entropy': oneUnit,
    'of one sigmoid unit with mse': oneUnit,
    'of one linear unit with mse': oneUnit,
    ...Object.fromEntries(
      seeds.map((seed) => [
        `learns XOR to a loss below 0.01 from seed ${seed}`,
        xor,
      ]),
    ),
    'cannot learn XOR without a hidden layer: the best loss is ln 2': {
      'zh-CN':
        '单层网络的最优损失是ln 2。比它还低是不可能的，说明损失或输出算错了；停在更高处，说明更新没有生效。',
      en: 'The best loss of a single layer is ln 2. A lower one is impossible, so loss or outputs are wrong; a higher one means that the updates have no effect.',
    },
    'finds y = 2 x − 1 with batches of 4': line,
    'finds y = 2 x − 1 with batches of 3': line,
    'finds y = 2 x − 1 with batches of 1': line,
    'approaches soft labels, where the loss is their entropy': {
      'zh-CN':
        'softmax配交叉熵时，最后一层的`delta`是(a − t) / n，不再乘任何斜率：直接用`outputDelta`。',
      en: 'With softmax and cross-entropy, `delta` of the last layer is (a − t) / n without any slope: use `outputDelta` as it is.',
    },
    'yields the state before training and after each epoch': {
      'zh-CN':
        '`epochs = 2`要交出三个状态，第0个是训练之前的。损失要在这一轮更新之后、用全部样本来算。',
      en: '`epochs = 2` makes three states, and number 0 is the one before training. The loss is measured after the updates of the epoch, over all examples.',
    },
    ...Object.fromEntries(slopeTests.map((title) => [title, wrongSlope])),
    'a learning rate that makes the loss overflow': {
      'zh-CN':
        '每轮算出损失之后都要调用`checkProgress`：学习率太大时损失会变成`Infinity`或`NaN`，应当报错，而不是继续训练。',
      en: 'Call `checkProgress` with the loss of each epoch: with too large a learning rate it becomes `Infinity` or `NaN`, and that is an error, not something to train on with.',
    },
  },
};
