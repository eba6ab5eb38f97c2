/** Chinese for the titles of tests; patterns as in the terms of a lab. */
export const testTitles = {
  'is the slope of the loss, measured with small steps':
    '等于损失的导数，与小步差分一致',
  'gradientSigns and perturb': 'gradientSigns与perturb',
  'move the logit of a linear model by size · Σ|w|':
    '让线性模型的logit移动size · Σ|w|',
  'change no feature by more than the size': '每个特征的改动都不超过size',
  'accepts what is near the training rows': '接受训练数据附近的输入',
  'refuses what is outside the range of a feature':
    '拒绝超出特征取值范围的输入',
  'refuses what is in range and yet far from every row':
    '拒绝在范围内、但离每一行都很远的输入',
  'refuses so many new rows as the share allows, about':
    '拒绝新数据的比例与设定的大致相符',
  'refuses too few rows and inputs of another length':
    '拒绝太少的行，以及长度不同的输入',
} as const;
