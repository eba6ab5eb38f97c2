import { fill } from '~/i18n/fill';
import type { InterviewTexts } from '~/i18n/interview-texts';
import type { TestCount } from '~/lib/study/progress';
import { escapeMarkdown, fenced, quotation } from '../escape-markdown';
import { escapeMarkup } from '../escape-markup';
import { clockText, type Report, type ReportItem } from './report';

export interface FileContext {
  texts: InterviewTexts;
  locale: string;
  /** Makes an address of the site a whole one. */
  address: (href: string) => string;
}

/** The report as Markdown: answers in quotations, code in fences. */
export function reportMarkdown(
  report: Report,
  { texts, locale, address }: FileContext,
): string {
  const link = (text: string, href: string) =>
    `[${escapeMarkdown(text)}](${address(href)})`;
  const topics = report.topics.flatMap(({ title, href, next, mean, count }) => [
    `- ${link(title, href)}: ${texts[gradeName(mean)]} (${count})`,
    ...next.map((point) => `  - ${link(point.text, point.href)}`),
  ]);
  const items = report.items.flatMap((item, place) => [
    `### ${place + 1}. ${escapeMarkdown(questionText(item))}`,
    outcomeText(item, texts),
    ...written(answerText(item), (text) =>
      item.isRound ? fenced(text, 'ts') : quotation(text),
    ),
    [
      ...item.met.map((point) => `- [x] ${link(point.text, point.href)}`),
      ...item.missed.map((point) => `- [ ] ${link(point.text, point.href)}`),
    ].join('\n'),
    ...written(item.answer.followUp.trim(), (text) =>
      [`**${texts.followUpAnswer}**`, quotation(text)].join('\n\n'),
    ),
  ]);
  return `${[
    `# ${titleOf(report, texts, locale)}`,
    summaryText(report, texts),
    `## ${texts.readNext}`,
    topics.join('\n'),
    `## ${texts.answers}`,
    ...items,
  ].join('\n\n')}\n`;
}

/** The report as a page that stands alone. */
export function reportHtml(
  report: Report,
  { texts, locale, address }: FileContext,
): string {
  const link = (text: string, href: string) =>
    `<a href="${escapeMarkup(address(href))}">${escapeMarkup(text)}</a>`;
  const topics = report.topics.map(
    ({ title, href, next, mean, count }) =>
      `<li>${link(title, href)}: ${texts[gradeName(mean)]} (${count})` +
      `<ul>${next.map((p) => `<li>${link(p.text, p.href)}</li>`).join('')}</ul></li>`,
  );
  const items = report.items.map(
    (item, place) =>
      `<h3>${place + 1}. ${escapeMarkup(questionText(item))}</h3>` +
      `<p>${outcomeText(item, texts)}</p>` +
      written(answerText(item), (text) =>
        item.isRound
          ? `<pre tabindex="0">${escapeMarkup(text)}</pre>`
          : `<blockquote>${escapeMarkup(text)}</blockquote>`,
      ).join('') +
      `<ul>${item.met.map((p) => `<li>✓ ${link(p.text, p.href)}</li>`).join('')}` +
      `${item.missed.map((p) => `<li>✗ ${link(p.text, p.href)}</li>`).join('')}</ul>` +
      written(
        item.answer.followUp.trim(),
        (text) =>
          `<p><strong>${texts.followUpAnswer}</strong></p>` +
          `<blockquote>${escapeMarkup(text)}</blockquote>`,
      ).join(''),
  );
  const title = escapeMarkup(titleOf(report, texts, locale));
  return `<!doctype html>
<html lang="${locale}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>body{max-width:46rem;margin:2rem auto;padding:0 1rem;font:1rem/1.7 system-ui,sans-serif}blockquote{margin:0;padding-left:1rem;border-left:3px solid #999;white-space:pre-wrap}pre{padding:.75rem 1rem;border:1px solid #999;overflow-x:auto;font:.875rem/1.6 ui-monospace,monospace}@media print{pre{white-space:pre-wrap}}</style>
<h1>${title}</h1>
<p>${escapeMarkup(summaryText(report, texts))}</p>
<h2>${texts.readNext}</h2>
<ul>${topics.join('')}</ul>
<h2>${texts.answers}</h2>
${items.join('\n')}
</html>
`;
}

export function titleOf(
  { at }: Report,
  texts: InterviewTexts,
  locale: string,
): string {
  const date = new Date(at).toLocaleDateString(locale, { dateStyle: 'long' });
  return fill(texts.reportTitle, { date });
}

export function summaryText(
  { grades, items, seconds }: Report,
  texts: InterviewTexts,
): string {
  return fill(texts.reportSum, {
    count: items.length,
    time: clockText(seconds),
    strong: grades[2],
    fair: grades[1],
    weak: grades[0],
  });
}

/** The word for a grade, or for a mean of grades. */
export function gradeName(mean: number): 'weak' | 'fair' | 'strong' {
  return mean < 0.75 ? 'weak' : mean < 1.5 ? 'fair' : 'strong';
}

/** The grade, the time, and of a coding round how its tests came out. */
export function outcomeText(
  { answer }: ReportItem,
  texts: InterviewTexts,
): string {
  return [
    texts[gradeName(answer.grade)],
    clockText(answer.seconds),
    ...(answer.solved === undefined
      ? []
      : [testsText(answer.solved, answer.tests, texts)]),
  ].join(' · ');
}

/** @param tests if they have run */
export function testsText(
  isSolved: boolean,
  tests: TestCount | undefined,
  texts: InterviewTexts,
): string {
  return isSolved
    ? texts.roundSolved
    : tests === undefined
      ? texts.roundUnsolved
      : fill(texts.roundTests, { ...tests });
}

/** Without empty lines before and after; the first line keeps its indent. */
export function answerText({ answer }: ReportItem): string {
  return answer.text.trimEnd().replace(/^\s*\n/, '');
}

export function questionText({ question, answer }: ReportItem): string {
  return question?.question ?? answer.question;
}

function written(text: string, form: (text: string) => string): string[] {
  return text === '' ? [] : [form(text)];
}
