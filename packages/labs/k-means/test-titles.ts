/** Chinese for the titles of tests; patterns as in the terms of a lab. */
export const testTitles = {
  'kMeansSteps on the eight points': '八个点上的kMeansSteps',
  'goes through the states worked out by hand': '逐步状态与手算一致',
  'finds the best of all 127 partitions from a good start':
    '起点好，就能找到全部127种划分里最好的一种',
  'ends where scikit-learn 1.2.1 ends on Iris':
    '在Iris上停在与scikit-learn 1.2.1相同的地方',
  'never lets inertia rise, whatever the points and the start':
    '不论数据和起点，惯量都不上升',
  'returns centroids that are the means of their points':
    '返回的质心是各自成员的均值',
  'gives a point between two centroids to the first one':
    '与两个质心一样近的点归前一个',
  'repeats itself with the same seed and leaves its input alone':
    '同一个种子结果相同，并且不改动输入',
  'puts one cluster at the mean, and n clusters on the points':
    '一个簇落在均值上，n个簇落在各点上',
  'draws no centroid again, even by a random number of 0':
    '即使随机数是0，也不重复选同一个质心',
  '{name} refuses': '{name}拒绝',
  'no points': '没有点',
  'a point without numbers': '没有数字的点',
  'ragged points': '长短不齐的点',
  'an unknown seeding': '未知的初始化方法',
  'at the call, before the first step is asked for':
    '在调用时就报错，不等到取第一步',
  'kMeans stops': 'kMeans停止',
  'after maxIterations and says that it has not converged':
    '满maxIterations轮就停，并说明没有收敛',
  'when no centroid moves farther than the tolerance':
    '在质心的移动都不超过容差时',
  'draws the first centroid with equal chances': '等概率地抽第一个质心',
  'draws the next one by squared distance: here 0 : 9 : 16':
    '按平方距离抽下一个：这里是0 : 9 : 16',
  'measures the distance to the nearest of the centroids':
    '距离算到最近的质心为止',
  'chooses different rows, each equally often':
    '抽到的行各不相同，每一行机会均等',
  'an empty cluster': '空簇',
  'takes over the farthest point that is not alone, one by one':
    '逐个接管离质心最远、又不是独占一簇的点',
  'takes the first of two points that are equally far':
    '两个点一样远时取前一个',
  'is filled again when it empties in the middle of a run':
    '中途变空，也会再补上',
  'is filled when there are fewer different points than clusters':
    '不同的点比簇还少时，也会补上',
} as const;
