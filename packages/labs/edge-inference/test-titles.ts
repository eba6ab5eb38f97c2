/** Chinese for the titles of tests; patterns as in the terms of a lab. */
export const testTitles = {
  'affine quantisation': '仿射量化',
  'gives the numbers worked out by hand for -0.8 to 2.4':
    '范围−0.8到2.4上，结果与手算一致',
  'is off by at most half a scale anywhere in the range':
    '范围内任何一处，误差都不超过半个scale',
  'represents 0 exactly, even if the range does not contain it':
    '范围不含0时也能精确表示0',
  'uses whole codes of the given number of bits, and both ends':
    '编码是给定位数的整数，两端都用到',
  'gives numbers out of range the code of the nearest end':
    '超出范围的数取最近一端的编码',
  'keeps codes as they are: quantising twice changes nothing':
    '编码不再变：量化两次与一次相同',
  'works on a range that is only 0': '范围只有0时也成立',
  'refuses a range that ends before it starts': '拒绝终点小于起点的范围',
  'symmetric quantisation': '对称量化',
  'has zero point 0 and opposite codes for opposite numbers':
    'zeroPoint为0，相反数的编码也相反',
  'with a share of {0} sets {1} of 100 weights to 0':
    '比例为{0}时，100个权重里有{1}个置为0',
  'removes the smallest and leaves the others as they are':
    '去掉绝对值最小的，其余不动',
  'prunes the exact number among equal weights':
    '权重相等时，剪掉的个数也不多不少',
  'does not change the network it was given': '不改动传入的网络',
  'refuses a share that is not from 0 to 1': '拒绝不在0到1之间的比例',
  'leaves a smaller network of the given shape': '得到给定形状的更小的网络',
  'changes no output if the units that go have no weights':
    '剪掉的单元没有权重时，输出不变',
  'refuses the output layer and more units than there are':
    '拒绝剪输出层，也拒绝比现有单元还多的个数',
  'finds √45 and √5, as worked out by hand': '求出√45和√5，与手算一致',
  'puts a {0} × {1} matrix together again': '能把{0}×{1}的矩阵重新拼出来',
  'has right vectors of length 1, at right angles':
    '右奇异向量长度为1，两两垂直',
  'finds one value if all rows are multiples of one another':
    '各行互成倍数时，只有一个奇异值',
  'says 0 for a matrix of zeros': '全零矩阵的奇异值是0',
  'leaves the error that Eckart and Young proved, at every rank':
    '在每个秩上，误差都等于Eckart和Young证明的值',
  'is closer than the product of any five other factors tried':
    '比试过的另外五组因子的乘积都更接近',
  'gives the same outputs at full rank': '满秩时输出不变',
  'makes two layers whose product is the truncated matrix':
    '拆成两层，两层之积就是截断后的矩阵',
  'refuses a rank above the smaller side': '拒绝大于短边的秩',
} as const;
