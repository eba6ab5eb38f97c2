import type { Exercise, Localized } from '../lab.ts';
import code from './exercise.ts?raw';

const gini: Localized = {
  'zh-CN':
    '基尼不纯度是1 − Σ p²，p是每一类的占比：个数除以标签总数。全同为0，两类对半为0.5，三类各一为2/3。得到负数：没有除以总数，或除错了数；总是0：漏了平方；全同时得1：漏了“1 −”；只有三类时错：公式只算了两类。',
  en: 'Gini impurity is 1 − Σ p², with p the share of a class: its count by the number of labels. It is 0 for equal labels, 0.5 for two even classes, 2/3 for three. Negative: not divided by the total, or by another number. Always 0: the square is missing. 1 for equal labels: “1 −” is missing. Wrong for three classes only: the formula knows two.',
};

const accuracies: Localized = {
  'zh-CN':
    '先看叶节点的个数。多了：深度判断用了`<=`，或者往下一层没有加1。少了：只长了一边。个数对而答对数不对：两边分到的行有误，或预测没有走到叶节点。',
  en: 'Look at the number of leaves first. Too many: the depth is compared with `<=`, or not raised on the way down. Too few: only one side grows. The right number, but other predictions: the rows went to the wrong sides, or `predict` does not go down to a leaf.',
};

const depths: readonly string[] = [
  'to depth 0 gets 50 of 150 right with 1 leaves',
  'to depth 1 gets 100 of 150 right with 2 leaves',
  'to depth 2 gets 144 of 150 right with 3 leaves',
  'to depth 3 gets 146 of 150 right with 5 leaves',
  'to depth 4 gets 149 of 150 right with 8 leaves',
  'to depth 5 gets 150 of 150 right with 9 leaves',
];

const giniTests: readonly string[] = [
  'of [0,0,0] is 0',
  'of [0,1] is 0.5',
  'of [0,0,1] is 0.4444444444444444',
  'of [0,1,2] is 0.6666666666666666',
  'of [0,0,1,1,1,2] is 0.6111111111111112',
  'of [5,5,9] is 0.4444444444444444',
  'is the share of ordered pairs of labels that differ',
  'has the values of scikit-learn 1.2.1 on counts from Iris',
];

export const exercise: Exercise = {
  file: 'decision-tree.ts',
  code,
  tests: ['impurity.test.ts', 'splits.test.ts', 'decision-tree.test.ts'],
  tasks: {
    '1 − Σ p²': '算出1 − Σ p²',
    'find the candidate with the largest gain': '找出增益最大的候选划分',
    'split the part and grow both sides': '切开这一部分，两边各自长下去',
    'turn the counts of the leaf into shares': '把叶子里的计数换算成占比',
  },
  hints: [
    {
      'zh-CN':
        '从小到大：`gini` → `bestSplit` → `predictProbabilities` → `growBelow`。前三个都只有几行。`growBelow`是递归：把一个叶节点换成“一个问题加两个叶节点”，再对两边各做一遍同样的事。',
      en: 'From small to large: `gini`, `bestSplit`, `predictProbabilities`, `growBelow`. The first three take a few lines each. `growBelow` is recursive: it replaces a leaf by a question with two leaves, then does the same to both sides.',
    },
    {
      'zh-CN':
        '`gini`：`countLabels(labels)`给出每类的个数，除以标签总数得占比，平方后求和，用1去减；没有标签时返回0。`bestSplit`：按`candidateSplits`的顺序扫一遍，只有增益比目前最好的高出`roundingError`以上才替换，这样平局自然留给排在前面的。`predictProbabilities`：`leafFor(row, tree)`的`counts`除以它们的和。`growBelow`：深度没到`maxDepth`且`worthySplit`不为`null`时，先`yield`带两个叶节点的分支，再用深度加1递归，左边先长。',
      en: '`gini`: `countLabels(labels)` has the count of each class; divide by the number of labels, square, add up, and take that from 1; return 0 for no labels. `bestSplit`: go through `candidateSplits` in order and replace the best only if the gain is larger by more than `roundingError`, so that ties stay with the first. `predictProbabilities`: the `counts` of `leafFor(row, tree)`, divided by their sum. `growBelow`: below `maxDepth` and if `worthySplit` is not `null`, `yield` the branch with two leaves, then recurse with the depth plus 1, the left side first.',
    },
    {
      'zh-CN':
        "`growBelow`的骨架：`const split = depth < rules.maxDepth ? worthySplit(part, rules) : null`；为`null`就`return`；`const sides = divide(part, split)`；`let left: Tree = makeLeaf(sides.left, rules)`，`right`同理；`const { counts, impurity } = makeLeaf(part, rules)`；`const { feature, threshold, gain } = split`；`const grown = (): Tree => ({ kind: 'branch', counts, impurity, feature, threshold, gain, left, right })`；`yield grown()`；`for (left of growBelow(sides.left, depth + 1, rules)) yield grown()`；右边同样再来一遍。",
      en: "The frame of `growBelow`: `const split = depth < rules.maxDepth ? worthySplit(part, rules) : null`; `return` if it is `null`; `const sides = divide(part, split)`; `let left: Tree = makeLeaf(sides.left, rules)`, and `right` likewise; `const { counts, impurity } = makeLeaf(part, rules)`; `const { feature, threshold, gain } = split`; `const grown = (): Tree => ({ kind: 'branch', counts, impurity, feature, threshold, gain, left, right })`; `yield grown()`; `for (left of growBelow(sides.left, depth + 1, rules)) yield grown()`; then the same for the right side.",
    },
  ],
  causes: {
    ...Object.fromEntries(giniTests.map((title) => [title, gini])),
    'is petal length <= 2.45 on Iris and gains 1/3': {
      'zh-CN':
        '特征编号是2、阈值是2.45。阈值得到1.9：取了数据里的值，应当取相邻两个不同值的中点。特征不对：没有比较所有特征，或比较的不是增益。',
      en: 'Feature 2, threshold 2.45. A threshold of 1.9 is a value of the data; take the midpoint between two neighbouring values. Another feature: not all were compared, or not by gain.',
    },
    'gains log₂ 3 − 2/3 bits there by entropy': {
      'zh-CN':
        '指定了`entropy`却仍按基尼计算：`options`要原样传给`candidateSplits`。',
      en: 'The criterion is `entropy`, but Gini was used: hand `options` on to `candidateSplits`.',
    },
    'takes the lowest feature and threshold among equal gains': {
      'zh-CN':
        '增益相等时保留先遇到的：用“大于”，不用“大于等于”，并且给浮点误差留出`roundingError`。',
      en: 'On a tie keep the one you met first: larger, not larger or equal, with `roundingError` for the noise of floats.',
    },
    'is null if all rows are alike': {
      'zh-CN':
        '没有候选划分时返回`null`。初值要用`null`，不能假定列表里至少有一项。',
      en: 'Without candidates the answer is `null`: start from `null` and do not count on a first item.',
    },
    'gains as much as the best of all thresholds tried one by one': {
      'zh-CN':
        '选出的不是增益最大的划分。常见原因：两边的不纯度直接相加，没有按行数加权；只看较纯的那一边；或者大小比反了。增益在`split.gain`里已经算好。',
      en: 'This is not the split with the largest gain. Often the impurities of the sides are added without weighing them by their rows, or only the purer side counts, or the comparison is the wrong way round. `split.gain` has the gain.',
    },
    'have one split, with 4/9 before it and 4/9 on both sides': {
      'zh-CN':
        '增益为0的划分也要返回：是否值得划分由`worthySplit`决定，不归`bestSplit`管。',
      en: 'A split with gain 0 is returned all the same: whether it pays is for `worthySplit` to decide, not for `bestSplit`.',
    },
    'make a tree of one leaf with the classes 4 : 2': {
      'zh-CN':
        '长出了分支：增益为0的划分不该采纳，`growBelow`里要调用`worthySplit`而不是`bestSplit`。概率不对：`counts`要除以它们的和。',
      en: 'If a branch has grown: a split that gains nothing is not taken, so call `worthySplit` in `growBelow`, not `bestSplit`. If the shares are wrong: divide `counts` by their sum.',
    },
    'asks the questions that scikit-learn 1.2.1 asks': {
      'zh-CN':
        '对照第一行不同的地方。层数多：深度判断差1，或递归时深度没有加1。右边缺一截：只长了左边。问题相同而[ ]里的个数不同：`divide`的两边弄反了，或把全部的行传了下去。',
      en: 'Compare the first line that differs. Too many levels: the depth is off by one, or not raised in the recursion. A part on the right is missing: only the left side grows. The same questions with other counts: the sides of `divide` are exchanged, or all rows were handed down.',
    },
    ...Object.fromEntries(depths.map((title) => [title, accuracies])),
    'keeps minSamplesLeaf rows in each leaf': {
      'zh-CN': '`rules`要传给`bestSplit`，里面有`minSamplesLeaf`。',
      en: 'Hand `rules` to `bestSplit`: `minSamplesLeaf` is among them.',
    },
    'leaves nodes with fewer than minSamplesSplit rows alone': {
      'zh-CN':
        '行数不足的节点不再划分：`worthySplit`已经检查，不要绕过它直接用`bestSplit`。',
      en: 'A node with too few rows stays a leaf: `worthySplit` checks that, so do not go round it with `bestSplit`.',
    },
    'takes only splits that gain more than minImpurityDecrease': {
      'zh-CN':
        '增益必须严格大于`minImpurityDecrease`：`worthySplit`已经这样比较，不要绕过它。',
      en: 'The gain must be larger than `minImpurityDecrease`: `worthySplit` compares them, so do not go round it.',
    },
    'yields one leaf, then one tree after each split': {
      'zh-CN':
        '每次划分之后都要交出整棵树：分支刚建成时`yield`一次，之后左边或右边每长一步再`yield`一次。少一个：漏了刚建成的那一次。所有状态都一样：反复交出了同一个被修改的对象，应当每次造新的。',
      en: 'Yield the whole tree after every split: once when the branch is made, then after each step of the left or right side. One too few: the branch itself was not yielded. All alike: the same object was changed and yielded again; make a new one each time.',
    },
    'does not see XOR, where only two splits together gain': {
      'zh-CN':
        '四个角上任何一个划分的增益都是0，贪心算法应当停在根节点。长出了分支，说明采纳了增益为0的划分。',
      en: 'No single split of the four corners gains anything, so the greedy algorithm stops at the root. If a branch has grown, a split with gain 0 was taken.',
    },
    'predicts the lowest class when a leaf has a tie': {
      'zh-CN': '占比相同时取编号小的类：`argMax`返回第一个最大值。',
      en: 'On a tie the lowest class wins: `argMax` returns the first maximum.',
    },
    'sends a row that equals the threshold to the left': {
      'zh-CN':
        '问题是“`row[feature] <= threshold`吗”，等于阈值的行走左边。左右反了：`divide`的`left`是回答“是”的行。',
      en: 'The question is `row[feature] <= threshold`, so a row that equals it goes left. If the sides are exchanged: `left` of `divide` are the rows that answer yes.',
    },
  },
};
