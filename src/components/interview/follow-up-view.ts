import { followUpKinds, followUpsFor } from '~/lib/interview/bank';
import { MAX_ANSWER } from '~/lib/study/parse-progress';
import { heading, placeText } from './answer-view';
import { button, guideLink, h } from './dom';
import type { StageContext } from './view';

/** What an interviewer asks next, going by the grade. */
export function followUpView(
  { texts, run, question, topic, keep }: StageContext,
  onNext: () => void,
): Node[] {
  const grade = run.draft.grade ?? 0;
  const kind = followUpKinds[grade];
  const isLast = run.answers.length + 1 === run.questions.length;
  const answer = h('textarea', { rows: 5, maxlength: MAX_ANSWER });
  answer.value = run.draft.followUp;
  answer.addEventListener('input', () => keep({ followUp: answer.value }));
  return [
    h('p', { class: 'iv-place' }, placeText(run, texts, topic)),
    heading(texts.followUp),
    h('p', { 'data-kind': kind }, texts[`followUpWhy_${kind}`]),
    ...followUpsFor(question, grade).map((followUp) =>
      h(
        'details',
        { class: 'follow-up' },
        h('summary', {}, h('span', {}, followUp.question)),
        h(
          'div',
          { class: 'fold-body' },
          h('p', {}, followUp.answer),
          h('p', {}, guideLink(texts.explained, followUp.href)),
        ),
      ),
    ),
    h('label', { class: 'iv-field' }, texts.followUpAnswer, answer),
    button(isLast ? texts.finish : texts.next, onNext, { primary: true }),
  ];
}
