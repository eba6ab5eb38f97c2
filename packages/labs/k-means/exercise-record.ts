import type { Exercise } from '../lab.ts';
import code from './exercise.ts?raw';

export const exercise: Exercise = {
  file: 'k-means.ts',
  code,
  tests: ['k-means.test.ts', 'empty-clusters.test.ts', 'k-means-input.test.ts'],
  tasks: {
    'repeat the two steps until nothing changes':
      '轮流做这两步，直到什么都不再变',
    'give each point to the nearest centroid': '把每个点分给最近的质心',
    'move each centroid to the mean of its points':
      '把每个质心移到簇内各点的均值',
  },
  hints: [
    {
      'zh-CN':
        '先写两个小函数，最后写循环。`assignPoints`只看质心，给每个点一个标签；`moveCentroids`只看标签，给每个簇一个均值。`iterate`不过是轮流调用它们，每轮交出一个状态。',
      en: 'Write the two small functions first and the loop last. `assignPoints` looks at centroids and gives each point a label; `moveCentroids` looks at labels and gives each cluster a mean. `iterate` only takes turns between them and yields a state each time.',
    },
    {
      'zh-CN':
        '`assignPoints`：对每个点，算它到每个质心的平方距离，`argMin`给出下标，再把标签连同质心的副本交给`fillEmptyClusters`，惯量由它算。`moveCentroids`：对每个簇号，逐点比较标签，挑出成员，取`columnMeans`。`iterate`：`previous`是上一轮的状态，`current`是移动再分配之后的状态；标签逐个相同，或`largestMove`不超过`tolerance`，就算收敛。',
      en: '`assignPoints`: for each point the squared distance to each centroid, `argMin` for the index; then hand the labels and a copy of the centroids to `fillEmptyClusters`, which also measures the inertia. `moveCentroids`: for each cluster number compare label by label, keep the members, take `columnMeans`. `iterate`: `previous` is the state before, `current` the state after moving and assigning; it has converged if every label is the same or `largestMove` is at most `tolerance`.',
    },
    {
      'zh-CN':
        '循环的骨架：`let current = assignPoints(points, initialCentroids)`；先`yield { iteration: 0, ...current, converged: false }`；然后`for (let iteration = 1; iteration <= maxIterations; iteration++)`：`const previous = current`；`current = assignPoints(points, moveCentroids(points, previous))`；算出`converged`；`yield { iteration, ...current, converged }`；收敛就`return`。成员是`points.filter((_, index) => clustering.labels[index] === cluster)`。',
      en: 'The frame of the loop: `let current = assignPoints(points, initialCentroids)`; first `yield { iteration: 0, ...current, converged: false }`; then `for (let iteration = 1; iteration <= maxIterations; iteration++)`: `const previous = current`; `current = assignPoints(points, moveCentroids(points, previous))`; work out `converged`; `yield { iteration, ...current, converged }`; `return` if `converged`. The members are `points.filter((_, index) => clustering.labels[index] === cluster)`.',
    },
  ],
  causes: {
    'goes through the states worked out by hand': {
      'zh-CN':
        '看第一个对不上的状态。第0步就错：初始质心没有先分配一次并交出来。标签对、质心错：均值写成了求和，或者成员没有按标签逐个挑。多出一步：没有用“标签不变”来判断收敛（数组之间用`===`比较永远是`false`）。',
      en: 'Look at the first state that differs. Wrong at step 0: the first assignment is not yielded. Right labels, wrong centroids: a sum instead of a mean, or the members are not chosen label by label. One step too many: unchanged labels do not end the loop (two arrays are never `===` to each other).',
    },
    'finds the best of all 127 partitions from a good start': {
      'zh-CN':
        '从(1, 1)和(4, 4)出发，一轮就该停在4个点加4个点。质心不是均值，或者惯量没有按移动之后的质心重算，就会落空。',
      en: 'From (1, 1) and (4, 4) one iteration ends at four points and four points. It is missed if a centroid is no mean, or if the inertia was not measured again after the move.',
    },
    'ends where scikit-learn 1.2.1 ends on Iris': {
      'zh-CN':
        '二维时对、四维时错：距离或均值只用了前两个坐标，或者距离不是欧氏距离。',
      en: 'Right in two dimensions and wrong in four: distance or mean uses the first two coordinates only, or the distance is not Euclidean.',
    },
    'never lets inertia rise, whatever the points and the start': {
      'zh-CN':
        '惯量上升，说明两步里有一步没有取最小：分配没有给最近的质心，或更新没有取均值。出现`NaN`或“`no item 0`”，说明对空簇求了均值：空簇该归谁？',
      en: 'If inertia rises, one of the two steps does not minimise: the assignment is not to the nearest centroid, or the update is no mean. `NaN` or “`no item 0`” means that an empty cluster was averaged: who gets the empty cluster?',
    },
    'returns centroids that are the means of their points': {
      'zh-CN':
        '返回的质心和返回的标签要属于同一轮：先移动，再分配，两者一起交出。也可能是除数用了全部点数，而不是簇的大小。',
      en: 'The centroids and the labels that you return must belong to the same iteration: move, assign, then yield both. Or the sum was divided by the number of all points instead of the size of the cluster.',
    },
    'gives a point between two centroids to the first one': {
      'zh-CN':
        '平局归下标小的质心：比较要用`<`，不能用`<=`；`argMin`已经这样做。',
      en: 'A tie goes to the centroid with the lower index: compare with `<`, not `<=`. `argMin` does so.',
    },
    'repeats itself with the same seed and leaves its input alone': {
      'zh-CN':
        '同一个种子给出两种结果：多半用了`Math.random`。输入被改：先复制再修改，例如不要对`points`直接`sort`。',
      en: 'Two results from one seed: probably `Math.random`. Changed input: copy before you change, for instance do not sort points in place.',
    },
    'puts one cluster at the mean, and n clusters on the points': {
      'zh-CN':
        '`k = 1`时质心就是全体均值；`k = n`时每个点独占一簇，惯量为0。惯量不为0，说明标签和质心不是同一轮的。',
      en: 'With `k = 1` the centroid is the mean of all; with `k = n` each point has a cluster of its own and inertia is 0. If it is not, labels and centroids come from different iterations.',
    },
    'takes over the farthest point that is not alone, one by one': {
      'zh-CN':
        '空簇要在第一次分配之后就补上，不能等到下一轮；交给`fillEmptyClusters`的应当是质心的副本，调用者的数组不能被改。',
      en: 'Empty clusters are filled right after the first assignment, not an iteration later. Give `fillEmptyClusters` a copy of the centroids: the caller keeps theirs.',
    },
    'takes the first of two points that are equally far': {
      'zh-CN': '两个点一样远时取前一个：比较要用`>`，不能用`>=`。',
      en: 'Of two points that are equally far the first one moves: compare with `>`, not `>=`.',
    },
    'is filled again when it empties in the middle of a run': {
      'zh-CN':
        '每次分配之后都要补空簇，不只是第一次。让空簇的质心留在原地也不行：它会一直空着，k个簇就少了一个。',
      en: 'Empty clusters are filled after every assignment, not only the first. Leaving the centroid where it was is no repair: the cluster stays empty and one of the k is lost.',
    },
    'is filled when there are fewer different points than clusters': {
      'zh-CN':
        '空列表的均值是`NaN`（或抛出错误）。重复的点会让几个质心重合，平局全归第一个，其余的簇就空了：空簇该归谁？',
      en: 'The mean of an empty list is `NaN`, or an error. Equal points put centroids on one spot, every tie goes to the first, and the others stay empty: who gets the empty cluster?',
    },
    'at the call, before the first step is asked for': {
      'zh-CN':
        '参数要在调用时就检查。如果把`kMeansSteps`自己写成`function*`，检查会推迟到取第一步的时候。',
      en: 'Arguments are checked at the call. If `kMeansSteps` itself becomes a `function*`, the checks wait until the first step is asked for.',
    },
    'after maxIterations and says that it has not converged': {
      'zh-CN':
        '`maxIterations = 1`允许一轮：条件是`iteration <= maxIterations`。因为次数用完而停下时，`converged`仍是`false`。',
      en: '`maxIterations = 1` allows one iteration: `iteration <= maxIterations`. If the count ends the loop, `converged` stays `false`.',
    },
    'when no centroid moves farther than the tolerance': {
      'zh-CN':
        '这里的移动量正好是3。容差是距离，不是平方距离，所以要开方；“不超过”包含相等，用`<=`。',
      en: 'The move here is exactly 3. The tolerance is a distance, not a squared one, so take the root; “not farther” includes equal: `<=`.',
    },
  },
};
