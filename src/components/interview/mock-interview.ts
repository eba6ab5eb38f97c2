import { fill } from '~/i18n/fill';
import type { InterviewTexts } from '~/i18n/interview-texts';
import { element } from '~/lib/element';
import type { Bank, Level, Question } from '~/lib/interview/bank';
import { chooseQuestions, type Wishes } from '~/lib/interview/choose-questions';
import { reportOf } from '~/lib/interview/report';
import {
  closeQuestion,
  createRunStorage,
  currentQuestion,
  type Draft,
  finishedInterview,
  type Run,
  startRun,
  toStage,
  withDraft,
  withKnownQuestions,
} from '~/lib/interview/run';
import { type Stock, supplyText } from '~/lib/interview/supply';
import { LEAVE_EVENT } from '~/lib/leave-page';
import {
  emptyProgress,
  type Grade,
  type Interview,
  mergeProgress,
} from '~/lib/study/progress';
import { createProgressStorage } from '~/lib/study/progress-storage';
import type { StudyTrouble } from '~/lib/study/study-storage';
import { answerView } from './answer-view';
import type { Clock } from './clock';
import { button } from './dom';
import { followUpView } from './follow-up-view';
import { gradeView } from './grade-view';
import { loadBank } from './load-bank';
import { reportView } from './report-view';
import { forgetRound } from './round-frame';
import { Takes } from './takes';
import type { StageContext } from './view';
import type { VoicePanel } from './voice-panel';

interface Settings {
  locale: string;
  /** Address of the question bank in this language. */
  bank: string;
  /** Address of the interview page. */
  root: string;
  /** By page. */
  stock: Readonly<Record<string, Stock>>;
  texts: InterviewTexts;
}

/** A mock interview: choose, answer, grade, follow up, report. */
export class MockInterview extends HTMLElement {
  private readonly settings: Settings = JSON.parse(
    this.dataset['interview'] ?? '{}',
  );
  private readonly runs = createRunStorage(
    () => localStorage,
    (trouble) => this.report(trouble),
  );
  private readonly progress = createProgressStorage(
    () => localStorage,
    (trouble) => this.report(trouble),
  );
  private bank: Bank | undefined;
  private run: Run | null = null;
  private clock: Clock | undefined;
  private voice: VoicePanel | undefined;
  private readonly takes = new Takes();
  private readonly onLeave = (): void => this.keepTime();
  private readonly askBeforeLoss = (event: Event): void => {
    if (this.takes.areAtRisk || this.voice?.isRecording()) {
      event.preventDefault();
    }
  };

  connectedCallback(): void {
    this.addEventListener('submit', this.onSubmit);
    this.find('form').addEventListener('change', this.showSupply);
    addEventListener('hashchange', this.onAddress);
    addEventListener('pagehide', this.onLeave);
    addEventListener('beforeunload', this.askBeforeLoss);
    addEventListener(LEAVE_EVENT, this.askBeforeLoss);
    document.addEventListener('visibilitychange', this.onLeave);
    const wanted = reportOfAddress(location.hash);
    if (wanted === undefined) {
      this.goOn();
    } else {
      void this.openReport(wanted);
    }
  }

  disconnectedCallback(): void {
    removeEventListener('hashchange', this.onAddress);
    removeEventListener('pagehide', this.onLeave);
    removeEventListener('beforeunload', this.askBeforeLoss);
    removeEventListener(LEAVE_EVENT, this.askBeforeLoss);
    document.removeEventListener('visibilitychange', this.onLeave);
    this.stopClock();
  }

  /** To a report, or back from it; other places of the page change nothing. */
  private readonly onAddress = (): void => {
    const wanted = reportOfAddress(location.hash);
    if (wanted !== undefined) {
      this.keepTime();
      this.stopClock();
      void this.openReport(wanted);
    } else if (location.hash === '' && this.dataset['stage'] === 'report') {
      this.goOn();
    }
  };

  private goOn(words = ''): void {
    this.run = this.runs.load();
    this.takes.keepOnly(this.run?.questions ?? []);
    if (this.run === null) {
      this.showSetup();
      this.say(words);
    } else {
      void this.resume(words);
    }
  }

  private readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.begin();
  };

  private async begin(): Promise<void> {
    const wishes = this.wishes();
    const { length } = wishes.pages;
    const trouble = this.find('[data-no-topic]');
    trouble.hidden = length > 0;
    trouble.textContent = trouble.hidden ? '' : this.settings.texts.topicsNone;
    if (length === 0 || !(await this.haveBank(() => this.begin()))) {
      return;
    }
    const questions = chooseQuestions(
      this.questions,
      {
        ...wishes,
        seed: crypto.getRandomValues(new Uint32Array(1))[0] ?? 1,
      },
      this.lastGrades(),
    );
    if (questions.length === 0) {
      this.say(this.settings.texts.nothing);
      return;
    }
    for (const { lab } of this.questions) {
      if (lab !== undefined) {
        forgetRound(lab);
      }
    }
    const id = crypto.getRandomValues(new Uint32Array(2)).join('-');
    this.save(startRun(questions, Date.now(), id));
    this.show();
  }

  private async resume(words: string): Promise<void> {
    const again = () => this.resume(words);
    if (this.run === null || !(await this.haveBank(again))) {
      return;
    }
    const known = new Set(this.questions.map(({ id }) => id));
    this.save(withKnownQuestions(this.run, known));
    const { texts } = this.settings;
    this.say(this.inOneLine([words, texts.resumed, texts.resumedVoice]));
    this.show({ isPaused: true });
  }

  private async openReport(id: string): Promise<void> {
    const found = this.interviews().find((interview) => interview.id === id);
    if (found === undefined) {
      forgetAddress();
      this.goOn(this.settings.texts.reportGone);
    } else if (await this.haveBank(() => this.openReport(id))) {
      this.showReport(found);
    }
  }

  /** Whether the questions are there; if not, says why and offers to retry. */
  private async haveBank(again: () => void): Promise<boolean> {
    const { texts, bank } = this.settings;
    if (this.bank === undefined) {
      this.say(texts.loading);
      try {
        this.bank = await loadBank(bank);
        this.say('');
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        this.say(fill(texts.loadFailed, { reason }));
        this.find('[data-say]').append(' ', button(texts.retry, again));
        return false;
      }
    }
    return true;
  }

  private show({ isPaused = false } = {}): void {
    this.stopClock();
    const { run } = this;
    const question = this.questions.find(
      ({ id }) => run !== null && id === currentQuestion(run),
    );
    if (run === null) {
      this.showSetup();
    } else if (question === undefined) {
      this.finish(run);
    } else {
      this.stage(run.stage, this.stageNodes(run, question, isPaused));
    }
  }

  private stageNodes(run: Run, question: Question, isPaused: boolean): Node[] {
    const { texts, locale } = this.settings;
    const context: StageContext = {
      texts,
      locale,
      run,
      question,
      takes: this.takes,
      topic:
        this.bank?.pages.find(({ page }) => page === question.page)?.title ??
        '',
      keep: (change: Partial<Draft>) => {
        if (this.run !== null) {
          this.save(withDraft(this.run, change));
        }
      },
    };
    if (run.stage === 'grade') {
      return gradeView(context, () => this.turn('followUp'));
    }
    if (run.stage === 'followUp') {
      return followUpView(context, () => {
        this.save(closeQuestion(this.run ?? run, question));
        this.show();
      });
    }
    const { nodes, clock, voice } = answerView(context, {
      isPaused,
      roundPage: (lab) => `${this.settings.root}${lab}/`,
      onSolved: (lab) => {
        this.progress.change((known) =>
          mergeProgress(known, { ...emptyProgress, solved: [lab] }),
        );
      },
      onSubmit: () => void this.handIn(),
      onEnd: () => void this.end(),
    });
    this.clock = clock;
    this.voice = voice;
    return nodes;
  }

  private async handIn(): Promise<void> {
    await this.voice?.finish();
    this.turn('grade');
  }

  private turn(stage: Run['stage']): void {
    this.keepTime();
    if (this.run !== null) {
      this.save(toStage(this.run, stage));
      this.say('');
      this.show();
    }
  }

  private async end(): Promise<void> {
    if (this.run === null || !confirm(this.settings.texts.endSure)) {
      return;
    }
    await this.voice?.finish();
    this.stopClock();
    if (this.run !== null) {
      this.finish(this.run);
    }
  }

  private finish(run: Run): void {
    this.save(null);
    this.takes.keepOnly(run.answers.map(({ question }) => question));
    if (run.answers.length === 0) {
      this.showSetup();
      return;
    }
    const interview = finishedInterview(run);
    this.progress.change((known) =>
      mergeProgress(known, { ...emptyProgress, interviews: [interview] }),
    );
    this.showReport(interview);
    this.say(this.progress.isStored() ? this.settings.texts.kept : '');
  }

  private showReport(interview: Interview): void {
    const { texts, locale } = this.settings;
    const bank = this.bank ?? { pages: [], questions: [] };
    history.replaceState(null, '', addressOfReport(interview.id));
    this.stage(
      'report',
      reportView(reportOf(interview, bank), this.takes, texts, locale, () => {
        forgetAddress();
        this.goOn();
      }),
    );
  }

  private showSetup(): void {
    this.dataset['stage'] = 'setup';
    this.find('form').hidden = false;
    this.showSupply();
    const list = this.interviews()
      .toReversed()
      .map((interview) => this.pastItem(interview));
    this.find('[data-view]').replaceChildren(
      ...(list.length === 0
        ? []
        : [
            element('h2', {}, this.settings.texts.past),
            element('ul', { class: 'iv-past' }, ...list),
          ]),
    );
  }

  private pastItem(interview: Interview): HTMLElement {
    const { texts, locale } = this.settings;
    const text = fill(texts.pastItem, {
      date: new Date(interview.at).toLocaleString(locale, {
        dateStyle: 'medium',
        timeStyle: 'short',
      }),
      count: interview.answers.length,
      strong: interview.answers.filter(({ grade }) => grade === 2).length,
    });
    const href = addressOfReport(interview.id);
    return element(
      'li',
      {},
      element('span', {}, text),
      element('a', { href }, texts.openReport),
    );
  }

  /** Says before the interview what it cannot have. */
  private readonly showSupply = (): void => {
    const { texts, stock } = this.settings;
    const { pages, ...wishes } = this.wishes();
    const words = supplyText(
      pages.flatMap((page) => stock[page] ?? []),
      wishes,
      texts,
    );
    const place = this.find('[data-supply]');
    place.hidden = pages.length === 0 || words.length === 0;
    place.textContent = place.hidden ? '' : this.inOneLine(words);
  };

  /** What the reader has chosen in the form. */
  private wishes(): Omit<Wishes, 'seed'> {
    const form = new FormData(this.find<HTMLFormElement>('form'));
    return {
      pages: form.getAll('page').map(String),
      level: Number(form.get('level')) as Level | 0,
      count: Number(form.get('count')),
      rounds: Number(form.get('rounds')),
    };
  }

  private stage(name: string, nodes: Node[]): void {
    this.dataset['stage'] = name;
    this.find('form').hidden = true;
    this.find('[data-view]').replaceChildren(...nodes);
    const head = this.querySelector<HTMLElement>('.iv-question');
    head?.focus({ preventScroll: true });
    this.scrollIntoView({ block: 'start' });
  }

  private keepTime(): void {
    if (this.clock !== undefined && this.run?.stage === 'answer') {
      this.save(withDraft(this.run, { seconds: this.clock.seconds }));
    }
  }

  private stopClock(): void {
    this.clock?.pause();
    this.clock = undefined;
    void this.voice?.finish();
    this.voice = undefined;
  }

  private save(run: Run | null): void {
    this.run = run;
    this.runs.save(run);
  }

  private lastGrades(): Map<string, Grade> {
    return new Map(
      this.interviews().flatMap(({ answers }) =>
        answers.map(({ question, grade }) => [question, grade] as const),
      ),
    );
  }

  private interviews(): readonly Interview[] {
    return this.progress.load().interviews;
  }

  private get questions(): readonly Question[] {
    return this.bank?.questions ?? [];
  }

  private inOneLine(sentences: readonly string[]): string {
    return sentences
      .filter((sentence) => sentence !== '')
      .join(this.settings.locale === 'en' ? ' ' : '');
  }

  private say(text: string): void {
    this.find('[data-say]').textContent = text;
  }

  private report(trouble: StudyTrouble): void {
    const place = this.find('[data-trouble]');
    place.textContent = this.settings.texts[trouble];
    place.hidden = false;
  }

  private find<T extends HTMLElement>(selector: string): T {
    return this.querySelector(selector) as T;
  }
}

function addressOfReport(id: string): string {
  return `#report-${encodeURIComponent(id)}`;
}

/** Undefined if the hash names none, or cannot be read. */
function reportOfAddress(hash: string): string | undefined {
  const [, id] = /^#report-(.+)$/.exec(hash) ?? [];
  try {
    return id && decodeURIComponent(id);
  } catch {
    return undefined;
  }
}

function forgetAddress(): void {
  history.replaceState(null, '', location.pathname + location.search);
}
