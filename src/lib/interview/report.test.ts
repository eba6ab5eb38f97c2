import { describe, expect, it } from 'vitest';
import { interviewTexts } from '~/i18n/interview-texts';
import type { Answer } from '~/lib/study/progress';
import type { Bank, Question } from './bank';
import { clockText, reportOf } from './report';
import { gradeName, reportHtml, reportMarkdown } from './report-file';

const point = (text: string, href: string) => ({ text, href });
const bank: Bank = {
  pages: [
    { page: 'p', title: 'P', href: '/p/' },
    { page: 'q', title: 'Q', href: '/q/' },
    { page: 'r', title: 'R', href: '/r/' },
  ],
  questions: ['p', 'q'].map((page) => ({
    id: `${page}1`,
    page,
    level: 1,
    minutes: 3,
    question: `What is ${page}?`,
    points: [
      point('one', `/${page}/#a`),
      point('two', `/${page}/#b`),
      point('three', `/${page}/#b`),
    ],
    followUps: { weak: [], fair: [], strong: [] },
  })),
};
const answer = (question: string, change: Partial<Answer>): Answer => ({
  question,
  page: question.slice(0, 1),
  grade: 0,
  seconds: 60,
  text: '',
  met: [],
  followUp: '',
  ...change,
});
const interview = {
  id: 'i',
  at: Date.UTC(2026, 5, 1, 12),
  answers: [
    answer('p1', { grade: 2, met: [0, 1, 2], seconds: 65 }),
    answer('q1', {
      text: 'First line\n<script>alert(1)</script>',
      met: [0],
      followUp: '"later"',
    }),
    answer('x1', { page: 'r', grade: 1 }),
  ],
};
const report = reportOf(interview, bank);
const context = {
  texts: interviewTexts.en,
  locale: 'en',
  address: (href: string) => `https://example.org${href}`,
};

describe('the report', () => {
  it('has the weakest topic first and counts grades and time', () => {
    expect(report.topics.map(({ page, mean }) => [page, mean])).toEqual([
      ['q', 0],
      ['r', 1],
      ['p', 2],
    ]);
    expect(report.grades).toEqual({ 0: 1, 1: 1, 2: 1 });
    expect(report.seconds).toBe(185);
  });

  it('names each place to read once, and none for what was met', () => {
    expect(report.topics[0]?.next.map(({ href }) => href)).toEqual(['/q/#b']);
    expect(report.topics[2]?.next).toEqual([]);
  });

  it('keeps an answer whose question is gone', () => {
    expect(report.items[2]?.question).toBeUndefined();
    expect(reportMarkdown(report, context)).toContain('x1');
  });

  it('is a Markdown file with whole addresses and the answer quoted', () => {
    const text = reportMarkdown(report, context);
    expect(text).toContain('> First line\\\n> \\<script\\>');
    expect(text).toContain('- [x] [one](https://example.org/q/#a)');
    expect(text).toContain('- [ ] [two](https://example.org/q/#b)');
    expect(text).toContain('Strong 1, fair 1, weak 1');
  });

  const code = '  indented(a);\n// *not* `markup`\n';
  const rounds = (change: Partial<Answer>) =>
    reportOf(
      { ...interview, answers: [answer('p1', { text: code, ...change })] },
      bank,
    );
  it.each([
    ['solved', { solved: true }, 'All tests have passed.'],
    [
      'not solved',
      { solved: false, tests: { passed: 3, count: 5 } },
      'In the last run 3 of 5 tests passed.',
    ],
    ['never tested', { solved: false }, 'Not all tests have passed.'],
  ])('shows the code of a coding round that was %s', (_, change, words) => {
    const markdown = reportMarkdown(rounds(change), context);
    expect(markdown).toContain(`weak · 1:00 · ${words}\n`);
    expect(markdown).toContain(`\n\`\`\`ts\n${code}\`\`\`\n`);
    const html = reportHtml(rounds(change), context);
    expect(html).toContain(`weak · 1:00 · ${words}</p>`);
    expect(html).toContain(`>${code.trimEnd()}</pre>`);
  });

  it('shows the code of an older record, of which no test is known', () => {
    const [first, second] = bank.questions as [Question, Question];
    const withLab = { ...bank, questions: [{ ...first, lab: 'l' }, second] };
    const { items } = reportOf(
      { ...interview, answers: [answer('p1', { text: code })] },
      withLab,
    );
    const markdown = reportMarkdown({ ...report, items }, context);
    expect(markdown).toContain('weak · 1:00\n');
    expect(markdown).toContain(`\`\`\`ts\n${code}`);
  });

  it('is a page in which nothing of the answer runs', () => {
    const html = reportHtml(report, context);
    expect(html).not.toContain('<script');
    expect(html).toContain('&lt;script&gt;alert(1)');
    expect(html).toContain('&quot;later&quot;');
    expect(html).toContain("default-src 'none'");
  });

  it.each([
    [0, '0:00'],
    [65.9, '1:05'],
    [3600, '60:00'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(clockText(seconds)).toBe(text);
  });

  it('has a word for each mean', () => {
    expect([0, 0.7, 1, 1.4, 1.5, 2].map(gradeName)).toEqual([
      'weak',
      'weak',
      'fair',
      'fair',
      'strong',
      'strong',
    ]);
  });
});
