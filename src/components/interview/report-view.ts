import type { InterviewTexts } from '~/i18n/interview-texts';
import { element } from '~/lib/element';
import type { Report, ReportItem, ReportTopic } from '~/lib/interview/report';
import {
  answerText,
  gradeName,
  outcomeText,
  questionText,
  reportHtml,
  reportMarkdown,
  summaryText,
  titleOf,
} from '~/lib/interview/report-file';
import { saveFile } from '~/lib/save-file';
import { heading, writtenNode } from './answer-view';
import { button } from './dom';
import type { Takes } from './takes';
import { takeList } from './voice-panel';

/** How it went, what to read next, and the report as a file. */
export function reportView(
  report: Report,
  takes: Takes,
  texts: InterviewTexts,
  locale: string,
  onAgain: () => void,
): Node[] {
  const address = (href: string) => new URL(href, location.href).href;
  const context = { texts, locale, address };
  const name = `interview-${new Date(report.at).toISOString().slice(0, 10)}`;
  const next = report.topics.filter((topic) => topic.next.length > 0);
  return [
    heading(titleOf(report, texts, locale)),
    element('p', { class: 'iv-sum' }, summaryText(report, texts)),
    element(
      'div',
      { class: 'iv-actions' },
      button(texts.print, () => print()),
      button(texts.saveMarkdown, () =>
        saveFile(
          `${name}.md`,
          new Blob([reportMarkdown(report, context)], {
            type: 'text/markdown',
          }),
        ),
      ),
      button(texts.saveHtml, () =>
        saveFile(
          `${name}.html`,
          new Blob([reportHtml(report, context)], { type: 'text/html' }),
        ),
      ),
      button(texts.again, onAgain),
    ),
    element('h3', {}, texts.byTopic),
    element(
      'ul',
      { class: 'iv-topics' },
      ...report.topics.map((t) => topic(t, texts)),
    ),
    element('h3', {}, texts.readNext),
    next.length === 0
      ? element('p', {}, texts.readNone)
      : element('ul', { class: 'iv-next' }, ...next.map(reading)),
    element('h3', {}, texts.answers),
    ...report.items.map((item, place) => itemNode(item, place, takes, texts)),
  ];
}

function topic(
  { title, href, mean, count }: ReportTopic,
  texts: InterviewTexts,
) {
  const grade = gradeName(mean);
  return element(
    'li',
    { 'data-grade': grade },
    element('a', { href }, title),
    element('span', { class: 'iv-track' }, bar(mean / 2)),
    `${texts[grade]} (${count})`,
  );
}

function bar(share: number): HTMLElement {
  const fill = element('span');
  fill.style.width = `${Math.max(4, share * 100)}%`;
  return fill;
}

function reading({ title, href, next }: ReportTopic): HTMLElement {
  const points = next.map((point) =>
    element('li', {}, element('a', { href: point.href }, point.text)),
  );
  return element(
    'li',
    {},
    element('a', { href }, title),
    element('ul', {}, ...points),
  );
}

function itemNode(
  item: ReportItem,
  place: number,
  takes: Takes,
  texts: InterviewTexts,
): HTMLElement {
  const { answer, missed } = item;
  const grade = gradeName(answer.grade);
  const node = element(
    'section',
    { class: 'iv-item', 'data-grade': grade },
    element('h4', {}, `${place + 1}. ${questionText(item)}`),
    element('p', {}, outcomeText(item, texts)),
  );
  if (item.question === undefined) {
    node.append(element('p', {}, texts.gone));
  }
  const mine = answerText(item);
  if (mine !== '') {
    node.append(writtenNode(mine, item.isRound));
  }
  node.append(takeList(answer.question, takes, texts).node);
  if (missed.length > 0) {
    node.append(
      element('p', {}, texts.missed),
      element(
        'ul',
        {},
        ...missed.map(({ text, href }) =>
          element('li', {}, element('a', { href }, text)),
        ),
      ),
    );
  }
  if (answer.followUp.trim() !== '') {
    node.append(
      element('p', {}, texts.followUpAnswer),
      writtenNode(answer.followUp.trim(), false),
    );
  }
  return node;
}
