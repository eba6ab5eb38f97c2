import { fill } from '~/i18n/fill';
import { element } from '~/lib/element';
import { MAX_ANSWER } from '~/lib/study/parse-progress';
import { Clock } from './clock';
import { button } from './dom';
import { roundCode, roundFrame } from './round-frame';
import type { StageContext } from './view';
import { type VoicePanel, voicePanel } from './voice-panel';

interface Options {
  /** After a reload the clock waits for the reader. */
  isPaused: boolean;
  /** Address of the page of a coding round. */
  roundPage: (lab: string) => string;
  onSubmit: () => void;
  onSolved: (lab: string) => void;
  onEnd: () => void;
}

/** The question, the clock and a place for the answer. */
export function answerView(
  context: StageContext,
  { isPaused, roundPage, onSubmit, onSolved, onEnd }: Options,
): { nodes: Node[]; clock: Clock; voice: VoicePanel } {
  const { texts, run, question, takes, keep } = context;
  const face = element('span', { class: 'iv-clock', 'data-clock': 'ok' });
  const warning = element('p', { class: 'iv-warning', role: 'status' });
  const toggle = button(texts.pause, () =>
    clock.isRunning ? clock.pause() : clock.start(),
  );
  const clock = new Clock(run.draft.seconds, question.minutes * 60, {
    show: (text, state, isRunning) => {
      face.textContent = text;
      face.dataset['clock'] = state;
      toggle.textContent = isRunning ? texts.pause : texts.resume;
      const words = state === 'ok' ? '' : texts[state];
      if (warning.textContent !== words) {
        warning.textContent = words;
      }
    },
  });
  const answer = element('textarea', {
    rows: 8,
    maxlength: MAX_ANSWER,
    'aria-describedby': 'iv-answer-help',
  });
  answer.value = run.draft.text;
  answer.addEventListener('input', () => keep({ text: answer.value }));
  answer.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSubmit();
    }
  });
  const voice = voicePanel(question.id, takes, texts);
  const talk = [
    voice.node,
    element('label', { class: 'iv-field' }, texts.answer, answer),
    element('p', { class: 'iv-help', id: 'iv-answer-help' }, texts.answerHelp),
    button(texts.submit, onSubmit, { primary: true }),
  ];
  const round = (lab: string) => {
    const outcome = element(
      'p',
      { class: 'iv-solved', role: 'status' },
      run.draft.solved ? texts.roundSolved : '',
    );
    const frame = roundFrame({
      src: roundPage(lab),
      title: texts.roundTitle,
      onTests: (tests) => {
        const solved = tests.passed === tests.count;
        keep({ solved, tests });
        outcome.textContent = solved ? texts.roundSolved : '';
        if (solved) {
          onSolved(lab);
        }
      },
    });
    const submit = () => {
      // A playground that is left saves what was written a moment ago.
      frame.remove();
      keep({ text: roundCode(lab).slice(0, MAX_ANSWER) });
      onSubmit();
    };
    return [
      element('p', { class: 'iv-help' }, texts.roundHelp),
      frame,
      outcome,
      button(texts.submit, submit, { primary: true }),
    ];
  };
  const nodes = [
    element(
      'div',
      { class: 'iv-bar' },
      element('p', { class: 'iv-place' }, placeText(context)),
      element(
        'span',
        { class: 'iv-time' },
        element('span', {}, texts.time),
        face,
        toggle,
      ),
      button(texts.end, onEnd),
    ),
    heading(question.question),
    warning,
    ...(question.lab === undefined ? talk : round(question.lab)),
  ];
  if (isPaused) {
    clock.pause();
  } else {
    clock.start();
  }
  return { nodes, clock, voice };
}

/** `Question 1 of 5 · senior · K-means`. */
export function placeText({
  run,
  texts,
  question,
  topic,
}: StageContext): string {
  const place = fill(texts.place, {
    n: run.answers.length + 1,
    count: run.questions.length,
  });
  return [place, texts[`level${question.level}`], topic].join(' · ');
}

/** What the reader has written: prose, or the code of a coding round. */
export function writtenNode(text: string, isCode: boolean): HTMLElement {
  return isCode
    ? element('pre', { class: 'iv-mine', tabindex: 0 }, text)
    : element('p', { class: 'iv-mine' }, text);
}

/** Takes the focus when its stage begins. */
export function heading(text: string): HTMLElement {
  return element('h2', { class: 'iv-question', tabindex: -1 }, text);
}
