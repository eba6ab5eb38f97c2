import { fill } from '~/i18n/fill';
import { element } from '~/lib/element';
import { suggestedGrade } from '~/lib/interview/bank';
import { testsText } from '~/lib/interview/report-file';
import type { Grade } from '~/lib/study/progress';
import { heading, placeText, writtenNode } from './answer-view';
import { button, guideLink } from './dom';
import type { StageContext } from './view';
import { takeList } from './voice-panel';

const grades = [
  [0, 'weak'],
  [1, 'fair'],
  [2, 'strong'],
] as const satisfies [Grade, string][];

/** The rubric beside the answer; ticks suggest a grade, the reader decides. */
export function gradeView(context: StageContext, onGraded: () => void): Node[] {
  const { texts, run, question, takes, keep } = context;
  const { draft } = run;
  const ticked = new Set(draft.met);
  let chosen = draft.grade;
  const hint = element('p', { class: 'iv-help', role: 'status' });
  const radios = grades.map(([grade, name]) => {
    const radio = element('input', {
      type: 'radio',
      name: 'grade',
      value: grade,
    });
    radio.addEventListener('change', () => {
      chosen = grade;
      keep({ grade });
    });
    return { grade, name, radio };
  });
  const suggest = () => {
    const suggestion = suggestedGrade(ticked.size, question.points.length);
    const name = grades[suggestion][1];
    hint.textContent = fill(texts.suggested, { grade: texts[name] });
    for (const { grade, radio } of radios) {
      radio.checked = grade === (chosen ?? suggestion);
    }
  };
  const points = question.points.map(({ text, href }, place) => {
    const box = element('input', { type: 'checkbox' });
    box.checked = ticked.has(place);
    box.addEventListener('change', () => {
      if (box.checked) {
        ticked.add(place);
      } else {
        ticked.delete(place);
      }
      keep({ met: [...ticked] });
      suggest();
    });
    return element(
      'li',
      {},
      element('label', {}, box, element('span', {}, text)),
      guideLink(texts.explained, href),
    );
  });
  suggest();
  return [
    element('p', { class: 'iv-place' }, placeText(context)),
    heading(question.question),
    element('h3', {}, texts.myAnswer),
    draft.text.trim() === ''
      ? writtenNode(texts.noText, false)
      : writtenNode(draft.text.trimEnd(), question.lab !== undefined),
    ...(question.lab === undefined
      ? []
      : [element('p', {}, testsText(draft.solved, draft.tests, texts))]),
    takeList(question.id, takes, texts).node,
    element(
      'fieldset',
      { class: 'iv-points' },
      element('legend', {}, texts.rubric),
      element('ul', {}, ...points),
    ),
    element(
      'fieldset',
      { class: 'iv-grades' },
      element('legend', {}, texts.grade),
      ...radios.map(({ name, radio }) =>
        element('label', {}, radio, texts[name]),
      ),
    ),
    hint,
    button(
      texts.toFollowUp,
      () => {
        const picked = radios.find(({ radio }) => radio.checked);
        keep({ grade: picked?.grade ?? 0 });
        onGraded();
      },
      { primary: true },
    ),
  ];
}
