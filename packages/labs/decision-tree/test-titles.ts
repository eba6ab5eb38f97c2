/** Chinese for the titles of tests; patterns as in the terms of a lab. */
export const testTitles = {
  '{name} and {other} refuse': '{name}和{other}拒绝',
  '{name} refuses': '{name}拒绝',
  "the article's six rows": '原文的六行数据',
  'have one split, with 4/9 before it and 4/9 on both sides':
    '只有一种划分，划分前是4/9，两边也都是4/9',
  'make a tree of one leaf with the classes 4 : 2':
    '长成只有一片叶的树，类别是4 : 2',
  'growTree on Iris': 'Iris上的growTree',
  'asks the questions that scikit-learn 1.2.1 asks':
    '提出的问题与scikit-learn 1.2.1相同',
  'to depth {0} gets {1} of 150 right with {2} leaves':
    '深度{0}时，150行对{1}行，共{2}片叶',
  'keeps minSamplesLeaf rows in each leaf': '每片叶至少留minSamplesLeaf行',
  'leaves nodes with fewer than minSamplesSplit rows alone':
    '不足minSamplesSplit行的节点不再划分',
  'takes only splits that gain more than minImpurityDecrease':
    '只取增益大于minImpurityDecrease的划分',
  'yields one leaf, then one tree after each split':
    '先交出一片叶，之后每划分一次交出一棵树',
  'does not see XOR, where only two splits together gain':
    '看不出XOR：两次划分合起来才有增益',
  'predicts the lowest class when a leaf has a tie':
    '叶上票数相同时取编号最小的类别',
  'sends a row that equals the threshold to the left': '等于阈值的行走左边',
  'are the midpoints between different values, feature by feature':
    '逐个特征，取不同值之间的中点',
  'leave minSamplesLeaf rows on each side': '两边各留至少minSamplesLeaf行',
  'separate two neighbouring floating-point numbers': '分得开两个相邻的浮点数',
  'have a finite threshold between very large numbers':
    '数极大时，阈值仍然有限',
  'is petal length <= 2.45 on Iris and gains 1/3':
    '在Iris上是petal length <= 2.45，增益1/3',
  'gains log₂ 3 − 2/3 bits there by entropy': '换成熵，增益是log₂ 3 − 2/3比特',
  'takes the lowest feature and threshold among equal gains':
    '增益相同时，取编号最小的特征和最低的阈值',
  'is null if all rows are alike': '所有行都一样时是null',
  'gains as much as the best of all thresholds tried one by one':
    '增益与逐个阈值试出来的最好结果相同',
  'of {counts} is {0} bits': '{counts}的结果是{0}比特',
  'of {counts} is {0}': '{counts}的结果是{0}',
  'is the share of ordered pairs of labels that differ':
    '等于标签不同的有序对所占的比例',
  'has the values of scikit-learn 1.2.1 on counts from Iris':
    '在Iris的计数上与scikit-learn 1.2.1的值一致',
  'no rows': '没有行',
  'a row without numbers': '没有数字的行',
  'ragged rows': '长短不齐的行',
  'an unknown criterion': '未知的划分准则',
  'at the call, before the first step is asked for':
    '在调用时就报错，不等到取第一步',
  'rows that lack a feature the tree asks for': '缺少树要问的特征的行',
  'numbers features and classes that have no names':
    '没有名字的特征和类别用编号',
  'too few labels': '标签太少',
  'a label that is no class index': '不是类别编号的标签',
  'a label that is no integer': '不是整数的标签',
} as const;
