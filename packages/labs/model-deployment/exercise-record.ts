import type { Exercise } from '../lab.ts';
import code from './exercise.ts?raw';

export const exercise: Exercise = {
  file: 'batch-former.ts',
  code,
  tests: ['batch-former.test.ts'],
  tasks: {
    'start a batch, or say when to ask again':
      '发出一批，或者说出什么时候再来问',
  },
  hints: [
    {
      'zh-CN':
        '只有两件事能让批立刻出发：人数够了（`queue.length`达到`maxSize`），或者最老的请求等够了。其他情况都是等，并且要说清楚等到几点。',
      en: 'Only two things start a batch: there are enough requests (`queue.length` reaches `maxSize`), or the oldest one has waited long enough. In every other case wait, and say until when.',
    },
    {
      'zh-CN':
        '给最老的请求算一个截止时刻`deadline = queue[0].arrival + maxWait`，然后只比较`now`和`deadline`。队列为空时没有截止时刻，用`Infinity`。',
      en: 'Give the oldest request a deadline, `queue[0].arrival + maxWait`, and compare `now` with that deadline only. An empty queue has no deadline: use `Infinity`.',
    },
    {
      'zh-CN':
        '队列为空：`{ take: 0, askAgainAt: Infinity }`。`queue.length >= maxSize`或`now >= deadline`：`take`取`Math.min(queue.length, maxSize)`，`askAgainAt`为`Infinity`。否则：`{ take: 0, askAgainAt: deadline }`。',
      en: 'Empty queue: `{ take: 0, askAgainAt: Infinity }`. If `queue.length >= maxSize` or `now >= deadline`: `take` is `Math.min(queue.length, maxSize)`, `askAgainAt` is `Infinity`. Otherwise `{ take: 0, askAgainAt: deadline }`.',
    },
  ],
  causes: {
    'waits for an arrival if nobody is in the queue': {
      'zh-CN':
        '空队列没有“最老的请求”，`queue[0]`是`undefined`。先处理这种情况：`take`为0，只有新的到达才能改变决定，所以`askAgainAt`是`Infinity`。',
      en: 'An empty queue has no oldest request: `queue[0]` is `undefined`. Treat it first. Only an arrival can change the decision, so `askAgainAt` is `Infinity`.',
    },
    'starts a full batch at once': {
      'zh-CN':
        '人数达到`maxSize`就该立刻走，不必等到`maxWait`。检查是不是写成了“两个条件都满足”，或者把`>=`写成了`>`。',
      en: 'A full batch goes at once, whatever `maxWait` is. Perhaps both conditions are required instead of one, or `>=` became `>`.',
    },
    'takes at most maxSize, however long the queue is': {
      'zh-CN':
        '积压时队列会比一批长得多。一次最多取`maxSize`个：`Math.min(queue.length, maxSize)`。',
      en: 'Under load the queue is much longer than a batch. Take `Math.min(queue.length, maxSize)`.',
    },
    'waits for others, until the oldest has waited maxWait': {
      'zh-CN':
        '截止时刻由最老的请求决定：`queue[0].arrival + maxWait`。若按最新的请求算，或者写成`now + maxWait`，每来一个人钟就重新走，最老的请求可能永远等下去。若`askAgainAt`是`Infinity`，模拟器就不会再来问。',
      en: 'The oldest request sets the deadline: `queue[0].arrival + maxWait`. With the newest one, or with `now + maxWait`, the clock starts again at every arrival and the oldest may wait for ever. With `Infinity` nobody asks again.',
    },
    'then starts with those who are there': {
      'zh-CN':
        '到了截止时刻（`now >= deadline`，等号也算）就带着已有的请求出发，即使没有满。',
      en: 'At the deadline (`now >= deadline`, equality included) the batch leaves with whoever is there, full or not.',
    },
    'starts at the very time for which it asked, rounding or not': {
      'zh-CN':
        '浮点数里`(arrival + maxWait) − arrival`可能略小于`maxWait`。用差值`now − arrival`去比，会在自己约好的时刻又说“再等等”。应当用同一个和`arrival + maxWait`去比。',
      en: 'In floats `(arrival + maxWait) − arrival` can be slightly less than `maxWait`. Comparing the difference `now − arrival` then says “wait” at the very time it asked for. Compare `now` with the same sum, `arrival + maxWait`.',
    },
    'takes whatever waits if maxWait is 0': {
      'zh-CN':
        '`maxWait`为0时，截止时刻就是到达时刻，`now >= deadline`恒成立。不需要特殊分支。',
      en: 'With `maxWait` 0 the deadline is the arrival itself, so `now >= deadline` always holds. No special case is needed.',
    },
    'waits for a full batch without end if maxWait is Infinity': {
      'zh-CN':
        '`maxWait`为`Infinity`就是静态批处理：`deadline`也是`Infinity`，没满就不走，`askAgainAt`为`Infinity`。',
      en: '`Infinity` is static batching: the deadline is `Infinity` too, so a batch that is not full never leaves.',
    },
    'keeps both promises: size and wait': {
      'zh-CN':
        '单个决定看起来对，放进模拟器却有批超长或有人等太久。先修好上面的测试；若只有这一条失败，检查`askAgainAt`是否就是最老请求的截止时刻。',
      en: 'Each decision may look right and the simulation still has a batch too large or a wait too long. Repair the tests above first; if only this one fails, check that `askAgainAt` is the deadline of the oldest request.',
    },
  },
};
