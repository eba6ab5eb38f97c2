/** Chinese for the titles of tests; patterns as in the terms of a lab. */
export const testTitles = {
  'divides what is in flight by the target and rounds up':
    '在途请求数除以目标值，向上取整',
  'stays between min and max': '始终在min和max之间',
  'grows at once and shrinks after three calm looks':
    '扩容立即生效，连续三次观察平稳才缩容',
  'refuses a max below min': '拒绝小于min的max',
  'is the root of the chi-square of the two by two table':
    '等于2×2列联表卡方值的平方根',
  'is 0 if nothing can be said': '无从判断时为0',
  'waits for enough requests': '请求数足够之前不下结论',
  'does not mind a canary that is better': '金丝雀更好时不回滚',
  'refuses a rate above 1': '拒绝大于1的比例',
} as const;
