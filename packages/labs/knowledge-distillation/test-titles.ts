/** Chinese for the titles of tests; patterns as in the terms of a lab. */
export const testTitles = {
  'is softmax at temperature 1': '温度为1时就是softmax',
  'evens the probabilities out as the temperature rises':
    '温度越高，概率越平均',
  'keeps the ratio of two classes at e^(difference / T)':
    '两个类别的概率之比是e^(差 / T)',
  'gives probabilities with the sum 1, also for huge logits':
    'logits极大时，概率之和仍是1',
  'does not change when all logits are shifted, nor its argument':
    'logits整体平移时结果不变，也不改动参数',
  'refuses a temperature that is not positive, and no logits':
    '拒绝不是正数的温度，也拒绝空的logits',
  'is T² KL for softWeight 1: at T = {0} it is {1}':
    'softWeight为1时等于T²·KL：T = {0}时是{1}',
  'is 0 for the teacher itself and cross-entropy for softWeight 0':
    '对教师自己是0；softWeight为0时就是交叉熵',
  'are those of the loss, measured by small steps to both sides':
    '等于损失的导数，与中心差分一致',
  'shrink as 1 / T² if the loss is not multiplied by T²':
    '损失不乘T²时，导数按1 / T²缩小',
  'become those of least squares on centred logits as T grows':
    'T增大时，趋于中心化logits上最小二乘的导数',
  'without a label have the part of the teacher alone':
    '没有标签时，只剩教师那一部分',
  'add up to 0: a shift of all logits changes nothing':
    '之和为0：logits整体平移不改变损失',
} as const;
