/** Chinese for the titles of tests; patterns as in the terms of a lab. */
export const testTitles = {
  '{name} and {other} refuse': '{name}和{other}拒绝',
  '{name} refuses': '{name}拒绝',
  "has the outputs of the article's layer: σ(0.1), σ(0.2), σ(0.3)":
    '与原文那一层的输出一致：σ(0.1)、σ(0.2)、σ(0.3)',
  'solves XOR with weights chosen by hand': '用手选的权重解出XOR',
  'backward and step': 'backward与step',
  'of one {output} unit with {loss}': '一个{output}单元，配{loss}',
  'finds y = 2 x − 1 with batches of {0}': '批大小为{0}时也能找到y = 2x − 1',
  'approaches soft labels, where the loss is their entropy':
    '逼近软标签，此时损失等于标签的熵',
  'yields the state before training and after each epoch':
    '交出训练前的状态，以及每轮之后的状态',
  'has the slopes of central differences: {activation}, {loss}, {output}':
    '梯度与中心差分一致：{activation}，{loss}，{output}',
  '{name} of {0} is {1}': '{name}在{0}处等于{1}',
  'softmax of [0, ln 2, ln 5] is [1/8, 2/8, 5/8]':
    '[0, ln 2, ln 5]的softmax是[1/8, 2/8, 5/8]',
  'stays finite for very large sums': '加权和极大时结果仍然有限',
  '{name} where its result is {0} is {1}': '{name}在结果为{0}处等于{1}',
  'refuses softmax, where each result depends on all sums':
    '拒绝softmax：它的每个输出取决于所有加权和',
  'mse is the mean over the batch and the outputs': 'mse对批和输出取平均',
  'cross-entropy after sigmoid is a sum over the outputs':
    'sigmoid之后的cross-entropy对输出求和',
  'cross-entropy after softmax looks at the expected classes only':
    'softmax之后的cross-entropy只看应有的类别',
  'stays finite when a probability has rounded to 0 or 1':
    '概率舍入成0或1时损失仍然有限',
  '{outputs} with targets {targets}': '{outputs}，目标是{targets}',
  'draws weights before {activation} with variance {0}':
    '{activation}之前的权重，方差是{0}',
  'gives the last layer the output activation': '最后一层用输出激活函数',
  'depends on the seed and survives JSON': '取决于种子，存成JSON再读回不变',
  'deals each example once, with its own target':
    '每个样本恰好发一次，并带着自己的目标',
  'keeps everything in one batch if it is large enough':
    '批足够大时，全部放进一批',
  'targets that are fewer than the inputs, at the call':
    '目标比输入少，在调用时就报错',
  'a learning rate that makes the loss overflow': '让损失溢出的学习率',
  'the learning rate {0}': '学习率{0}',
  'learns XOR to a loss below 0.01 from seed {0}':
    '从种子{0}出发学会XOR，损失低于0.01',
  'cannot learn XOR without a hidden layer: the best loss is ln 2':
    '没有隐藏层学不会XOR：损失最低是ln 2',
  'no inputs': '没有输入',
  'the wrong width': '宽度不对的输入',
  'ragged inputs': '长短不齐的输入',
} as const;
