/** Chinese for the titles of tests; patterns as in the terms of a lab. */
export const testTitles = {
  'is on average the loss over all pairs of rows':
    '平均下来，等于所有行对上的损失',
  'is exactly 0 for features that the tree does not use':
    '树没有用到的特征，重要性正好是0',
  'is 0 for a copy that the tree did not need': '树用不着的重复特征，重要性是0',
  'leaves the rows alone and repeats itself': '不改动数据行，结果可重复',
  'refuses labels that do not fit': '拒绝与数据对不上的标签',
  'gives a row of the wanted class, from any flower to any class':
    '从任意一朵花出发，都能得到目标类别的一行',
  'finds what a search of a grid finds, up to its steps':
    '与网格搜索的结果一致，误差不超过网格步长',
  'changes nothing if the answer is the wanted one':
    '预测已经是目标类别时，什么都不改',
  'is null if no leaf has the class': '没有叶子属于目标类别时是null',
  'refuses a step of nothing': '拒绝为0的步长',
} as const;
