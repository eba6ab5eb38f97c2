/** Chinese for the titles of tests; patterns as in the terms of a lab. */
export const testTitles = {
  'waits for an arrival if nobody is in the queue': '队列为空时，等下一个到达',
  'starts a full batch at once': '批满了立刻出发',
  'takes at most maxSize, however long the queue is':
    '队列再长，一次也最多取maxSize个',
  'waits for others, until the oldest has waited maxWait':
    '等待凑批，直到最老的请求等满maxWait',
  'then starts with those who are there': '时间一到，就带着已有的请求出发',
  'starts at the very time for which it asked, rounding or not':
    '在自己约定的时刻出发，不受舍入影响',
  'takes whatever waits if maxWait is 0': 'maxWait为0时，有多少取多少',
  'waits for a full batch without end if maxWait is Infinity':
    'maxWait为Infinity时，不满一批就一直等',
  'a server with this batch former': '使用这个凑批器的服务器',
  'keeps both promises: size and wait': '批的大小和等待时间都守约',
  'bad arguments': '不合法的参数',
  'are refused in words': '用文字说明原因并拒绝',
  'serve against closed forms': 'serve与解析解对照',
  'is an M/M/1 queue: mean, p99 and requests in flight':
    '与M/M/1队列一致：均值、p99和在途请求数',
  'is an M/M/4 queue': '与M/M/4队列一致',
  'is an M/D/1 queue, which waits half as long as M/M/1':
    '与M/D/1队列一致，等待时间是M/M/1的一半',
  "obeys Little's law in every run, exactly": '每次运行都严格满足Little定律',
  'goes through a case worked out by hand': '逐步与手算的例子一致',
  'serves in order of arrival with one replica':
    '只有一个副本时，按到达顺序服务',
  'leaves a static batch that never fills in the queue':
    '静态批处理凑不满时，请求一直留在队列里',
  'refuses those who find the queue full, and keeps the rest short':
    '队列满时拒绝新来的，其余的等待保持很短',
  'starts replicas cold, and gives them back when it is calm':
    '扩容要冷启动，负载平稳后缩回',
  'gives up a canary that fails, and leaves a good one alone':
    '回滚出错的金丝雀版本，不动正常的',
  'repeats itself with the same seed': '种子相同，结果相同',
  'refuses bad options in words': '选项不合法时，用文字说明原因并拒绝',
} as const;
