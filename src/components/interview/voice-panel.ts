import { fill } from '~/i18n/fill';
import type { InterviewTexts } from '~/i18n/interview-texts';
import { element } from '~/lib/element';
import { button } from './dom';
import { type StopRecording, startRecording } from './recorder';
import type { Takes } from './takes';

export interface VoicePanel {
  node: HTMLElement;
  isRecording: () => boolean;
  /** Ends a recording that is going on and keeps it. */
  finish: () => Promise<void>;
}

/** Records an answer; where that cannot be, says so and leaves the text. */
export function voicePanel(
  question: string,
  takes: Takes,
  texts: InterviewTexts,
): VoicePanel {
  let stop: StopRecording | null = null;
  let isGone = false;
  const status = element(
    'p',
    { class: 'iv-help', role: 'status' },
    texts.voiceHelp,
  );
  const list = takeList(question, takes, texts);
  const toggle = button(texts.record, () => void (stop ? finish() : begin()));

  async function begin(): Promise<void> {
    toggle.disabled = true;
    const begun = await startRecording();
    toggle.disabled = false;
    if (typeof begun === 'string') {
      status.textContent = texts[begun];
    } else if (isGone) {
      // The reader had moved on before the browser was allowed to.
      await begun();
    } else {
      stop = begun;
      toggle.textContent = texts.stopRecording;
      toggle.dataset['recording'] = '';
      status.textContent = texts.recording;
    }
  }

  async function finish(): Promise<void> {
    if (stop === null) {
      return;
    }
    const ending = stop;
    stop = null;
    takes.add(question, await ending());
    toggle.textContent = texts.record;
    delete toggle.dataset['recording'];
    status.textContent = texts.voiceKept;
    list.show();
  }

  return {
    node: element('div', { class: 'iv-voice' }, toggle, status, list.node),
    isRecording: () => stop !== null,
    finish: () => {
      isGone = true;
      return finish();
    },
  };
}

/** What was recorded: to hear, to save, to delete. */
export function takeList(
  question: string,
  takes: Takes,
  texts: InterviewTexts,
): { node: HTMLElement; show: () => void } {
  const node = element('ul', { class: 'iv-takes' });
  const show = () => {
    node.replaceChildren(
      ...takes.of(question).map((url, place) => {
        const name = fill(texts.take, { n: place + 1 });
        const remove = () => {
          takes.remove(question, url);
          show();
        };
        const save = element(
          'a',
          { href: url, download: `${question}-${place + 1}` },
          texts.saveTake,
        );
        save.addEventListener('click', () => takes.markSaved(url));
        return element(
          'li',
          {},
          element('audio', { controls: true, src: url, 'aria-label': name }),
          save,
          button(texts.deleteTake, remove, {
            'aria-label': `${texts.deleteTake}: ${name}`,
          }),
        );
      }),
    );
  };
  show();
  return { node, show };
}
