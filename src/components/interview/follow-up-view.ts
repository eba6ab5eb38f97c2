import { element } from '~/lib/element';
import { followUpKinds, followUpsFor } from '~/lib/interview/bank';
import { MAX_ANSWER } from '~/lib/study/parse-progress';
import { heading, placeText } from './answer-view';
import { button, guideLink } from './dom';
import type { StageContext } from './view';

/** What an interviewer asks next, going by the grade. */
export function followUpView(
  context: StageContext,
  onNext: () => void,
): Node[] {
  const { texts, run, question, keep } = context;
  const grade = run.draft.grade ?? 0;
  const kind = followUpKinds[grade];
  const isLast = run.answers.length + 1 === run.questions.length;
  const answer = element('textarea', { rows: 5, maxlength: MAX_ANSWER });
  answer.value = run.draft.followUp;
  answer.addEventListener('input', () => keep({ followUp: answer.value }));
  return [
    element('p', { class: 'iv-place' }, placeText(context)),
    heading(texts.followUp),
    element('p', { 'data-kind': kind }, texts[`followUpWhy_${kind}`]),
    ...followUpsFor(question, grade).map((followUp) =>
      element(
        'details',
        { class: 'follow-up' },
        element('summary', {}, element('span', {}, followUp.question)),
        element(
          'div',
          { class: 'fold-body' },
          element('p', {}, followUp.answer),
          element('p', {}, guideLink(texts.explained, followUp.href)),
        ),
      ),
    ),
    element('label', { class: 'iv-field' }, texts.followUpAnswer, answer),
    button(isLast ? texts.finish : texts.next, onNext, { primary: true }),
  ];
}
