/** Chinese for the titles of tests; patterns as in the terms of a lab. */
export const testTitles = {
  'weights three clients of 100, 300 and 600 examples by hand':
    '三个客户端有100、300、600个样本，加权平均与手算一致',
  'adds the mean change to the parameters of the server':
    '把平均改变量加到服务器的参数上',
  'does not depend on the order, nor on a common factor of the sizes':
    '与先后顺序无关，样本数同乘一个倍数也不变',
  'takes over the change of a single client':
    '只有一个客户端时，直接采用它的改变量',
  'changes nothing without updates, and never its arguments':
    '没有更新时什么都不变，也从不改动参数',
  'refuses changes of another length and updates without examples':
    '拒绝长度不同的改变量，以及没有样本的更新',
  'is the difference that training on the own data makes':
    '等于用自己的数据训练前后的差',
  'leaves the network of the server as it is': '不改动服务器的网络',
  'with one local step of all data is gradient descent in one place':
    '每个客户端用全部数据只走一步时，等同于集中训练的梯度下降',
  'with several local steps is not': '本地走多步时则不同',
  'counts 4 bytes per parameter and direction': '每个参数每个方向算4字节',
  'goes on without the clients that drop out, which were sent to':
    '客户端掉线后继续训练，发给它的下行流量照算',
  'skips clients without examples': '跳过没有样本的客户端',
  'refuses options that do not fit': '拒绝不合法的选项',
  'secure aggregation': '安全聚合',
  'gives the exact sum, though no masked word is the plain one':
    '总和精确，而加掩码后的每个整数都与原文不同',
  'has masks with the sum 0, for any number of clients':
    '客户端不论多少，掩码之和都是0',
  'gives nonsense if one is missing, until its masks are removed':
    '缺一个客户端时总和没有意义，去掉它的掩码后恢复正确',
  'leaks a late update after that, unless it has a mask of its own':
    '此后才到的更新会泄露，除非它另有自己的掩码',
  'spreads the masked words evenly over all words':
    '加掩码后的整数均匀分布在整个取值范围',
  'encodes to the nearest step and refuses what might not fit':
    '编码到最近的一格，拒绝可能放不下的数',
  'shortens to the bound and keeps the direction': '缩短到上限，方向不变',
  'leaves short vectors and zeros alone': '不动较短的向量和零向量',
  'has noise of standard deviation z · bound / count':
    '噪声的标准差是z · bound / count',
  'without noise is the mean of the clipped changes':
    '没有噪声时，等于裁剪后改变量的均值',
  'moves by at most bound / count if one client is another':
    '换掉一个客户端，结果最多移动bound / count',
  'for z = {0}, {1} rounds, delta {2} is {3}':
    'z = {0}、{1}轮、delta为{2}时是{3}',
  'holds for the Gaussian mechanism, whose exact delta is known':
    '对高斯机制成立，它的delta有精确值',
  'grows with the rounds, falls with the noise, has no end without':
    '随轮数增大，随噪声减小，没有噪声时是无穷',
} as const;
