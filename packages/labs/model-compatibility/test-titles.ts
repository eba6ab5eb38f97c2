/** Chinese for the titles of tests; patterns as in the terms of a lab. */
export const testTitles = {
  'keeps every number that the format has': '格式里有的数都原样保留',
  'rounds to the nearer neighbour, from the middle to the even one':
    '舍入到较近的相邻数，正中间时取偶数',
  'has the numbers that numpy.float16 has': '与numpy.float16的结果一致',
  'overflows from 65520 on': '从65520起溢出',
  'keeps zeros, infinities and NaN': '保留正负零、无穷和NaN',
  'is the network itself in float64, before softmax':
    '在float64下就是网络本身，取softmax之前的值',
  'shows that the order of a sum matters': '求和的顺序会影响结果',
  'is as exact as float32, float16 and int8 promise':
    '精度符合float32、float16和int8各自的保证',
  'makes int8 coarse for all numbers if one is large':
    '只要有一个数很大，int8对所有数都变粗',
  'counts what is within tolerance, and what cannot flip':
    '统计容差以内的结果，以及不可能翻转的预测',
  'refuses another shape': '拒绝形状不同的结果',
} as const;
