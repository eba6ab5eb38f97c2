import { expect, it } from 'vitest';
import { translator } from './translator.ts';

const translate = translator({
  petals: '花瓣',
  'round {0}: loss {1}.': '第{0}轮：损失{1}。',
  '{1} of {0}': '{0}之中{1}',
  '{0} units, tuned': '{0}个单元，微调',
  '{feature} <= {0}': '{feature} <= {0}',
  'From {what}: an error of {0}.': '由{what}：误差{0}。',
  'more {0}': '更多{0}，共{0}',
});

it('looks up a whole text, and leaves what it does not know', () => {
  expect(translate('petals')).toBe('花瓣');
  expect(translate('sepals')).toBe('sepals');
  expect(translate('')).toBe('');
  expect(translate('toString')).toBe('toString');
});

it('fills patterns, in the order of the translation', () => {
  expect(translate('round 3: loss 0.91.')).toBe('第3轮：损失0.91。');
  expect(translate('2 of 4')).toBe('4之中2');
  expect(translate('more 5')).toBe('更多5，共5');
});

it('looks up what a placeholder stands for', () => {
  expect(translate('petals <= 2.45')).toBe('花瓣 <= 2.45');
  expect(translate('From 8 units, tuned: an error of 1e-9.')).toBe(
    '由8个单元，微调：误差1e-9。',
  );
});

it('takes numbers only for a placeholder with a number for its name', () => {
  for (const number of ['0', '-1.5', '12%', '1e-16', '∞', 'NaN', 'Infinity']) {
    expect(translate(`more ${number}`)).toBe(`更多${number}，共${number}`);
  }
  for (const text of ['x', '1.', '1 2', '']) {
    expect(translate(`more ${text}`)).toBe(`more ${text}`);
  }
});

it('matches the whole text or not at all', () => {
  for (const text of [
    'round 3: loss 0.91',
    'round 3: loss 0.91. Good.',
    'A round 3: loss 0.91.',
    'round : loss 1.',
  ]) {
    expect(translate(text)).toBe(text);
  }
});

it('takes no longer for a text made to be slow', () => {
  const slow = translator({ '{a}a{b}a{c}a{d}b': 'x' });
  const text = 'a'.repeat(20_000);
  expect(slow(text)).toBe(text);
});
