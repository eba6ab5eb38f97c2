import { fill } from '~/i18n/dictionary';
import type { ProgressTexts } from '~/i18n/progress-texts';
import { element } from '~/lib/element';
import { saveFile } from '~/lib/save-file';
import { type Countdown, MAX_DAYS } from '~/lib/study/countdown';
import { planAt } from '~/lib/study/day-plan';
import {
  type GuidePage,
  type PageStanding,
  partsOf,
  readiness,
  standingOf,
} from '~/lib/study/page-standing';
import { markPage, mergeProgress } from '~/lib/study/progress';
import {
  progressFile,
  type Record1,
  readProgressFile,
} from '~/lib/study/progress-file';
import { createProgressStorage } from '~/lib/study/progress-storage';
import { mergeLogs } from '~/lib/study/study-log';
import {
  createStudyStorage,
  type StudyTrouble,
} from '~/lib/study/study-storage';
import { beginCountdown, keptCountdown } from './kept-countdown';
import { type PlanLinks, planView } from './plan-view';
import { progressChart } from './progress-chart';
import { withSolvedHere } from './solved-labs';

interface Target {
  id: string;
  title: string;
  href: string;
}

interface Page {
  page: string;
  title: string;
  href: string;
  minutes: number;
  labs: Target[];
  cards: Target[];
}

interface Study {
  locale: string;
  /** Address of the home page in this language. */
  root: string;
  texts: ProgressTexts;
  pages: Page[];
}

const MAX_FILE = 20_000_000;

/** Shows what is done, plans the rest, exports and merges. */
export class ProgressDesk extends HTMLElement {
  private readonly study: Study = JSON.parse(this.dataset['study'] ?? '{}');
  private readonly logs = createStudyStorage(
    () => localStorage,
    (trouble) => this.report(trouble),
  );
  private readonly progress = createProgressStorage(
    () => localStorage,
    (trouble) => this.report(trouble),
  );
  private readonly pages: GuidePage[] = this.study.pages.map((page) => ({
    ...page,
    labs: page.labs.map(({ id }) => id),
    cards: page.cards.map(({ id }) => id),
  }));
  private sizes: ResizeObserver | undefined;
  private countdown: Countdown | null = null;
  private readonly show = (): void => {
    this.countdown = keptCountdown(Date.now()) ?? this.countdown;
    this.render();
  };

  connectedCallback(): void {
    this.addEventListener('change', this.onChange);
    this.addEventListener('click', this.onClick);
    this.addEventListener('submit', this.onSubmit);
    window.addEventListener('storage', this.show);
    // Back from a page that was marked as read, from the browser's memory.
    window.addEventListener('pageshow', this.show);
    this.sizes = new ResizeObserver(() => this.drawChart());
    this.show();
    this.sizes.observe(this.find('[data-chart]'));
    if (this.countdown !== null) {
      this.daysField.value = String(this.countdown.days);
    }
  }

  disconnectedCallback(): void {
    window.removeEventListener('storage', this.show);
    window.removeEventListener('pageshow', this.show);
    this.sizes?.disconnect();
  }

  private readonly onChange = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    const page = input.closest<HTMLElement>('[data-row]')?.dataset['row'];
    if (input.matches('[data-open]')) {
      void this.merge(input);
    } else if (page !== undefined) {
      const mark = { page, at: Date.now(), read: input.checked };
      this.progress.change((known) => markPage(known, mark));
      this.render();
    }
  };

  private readonly onClick = (event: Event): void => {
    const button = (event.target as Element).closest<HTMLElement>(
      '[data-action]',
    );
    if (button?.dataset['action'] === 'save') {
      const now = new Date();
      const day = now.toISOString().slice(0, 10);
      const text = progressFile(this.record(), now);
      saveFile(
        `ai-infra-guide-${day}.json`,
        new Blob([text], { type: 'application/json' }),
      );
    } else if (button?.dataset['action'] === 'print') {
      window.print();
    }
  };

  private readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    const days = this.daysField.valueAsNumber;
    const trouble = this.find('[data-plan-trouble]');
    trouble.hidden = Number.isInteger(days) && days >= 1 && days <= MAX_DAYS;
    trouble.textContent = trouble.hidden ? '' : this.study.texts.daysWrong;
    if (trouble.hidden) {
      this.countdown = beginCountdown(days, Date.now());
      this.showPlan();
    }
  };

  /** Everything known here, with the labs solved in this browser. */
  private record(): Record1 {
    const labs = this.pages.flatMap((page) => page.labs);
    return {
      log: this.logs.load(),
      progress: withSolvedHere(this.progress.load(), labs),
    };
  }

  private standings(): PageStanding[] {
    const { log, progress } = this.record();
    return this.pages.map((page) => standingOf(page, log, progress));
  }

  private async merge(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (file !== undefined) {
      this.find('[data-outcome]').textContent = await this.mergeFile(file);
    }
    // So that the same file can be chosen again.
    input.value = '';
    this.render();
  }

  private async mergeFile(file: File): Promise<string> {
    const { texts } = this.study;
    if (file.size > MAX_FILE) {
      return texts.tooBig;
    }
    let text: string;
    try {
      text = await file.text();
    } catch {
      return texts.unreadable;
    }
    const read = readProgressFile(text);
    if (typeof read === 'string') {
      return texts[read];
    }
    const before = this.record();
    this.logs.change((log) => mergeLogs(log, read.log));
    this.progress.change((known) => mergeProgress(known, read.progress));
    return fill(texts.merged, newItems(before, this.record()));
  }

  private render(): void {
    const standings = this.standings();
    standings.forEach((standing, index) => {
      this.showRow(standing, this.pages[index] as GuidePage);
    });
    this.showSum(standings);
    this.drawChart();
    this.showWeak(standings);
    this.showInterviews();
    this.showPlan();
  }

  private showRow(standing: PageStanding, { labs, cards }: GuidePage): void {
    const row = this.find(`[data-row="${standing.page}"]`);
    const box = row.querySelector<HTMLInputElement>('[data-read]');
    if (box !== null) {
      box.disabled = false;
      box.checked = standing.read;
    }
    const set = (cell: string, text: string) => {
      (row.querySelector(cell) as HTMLElement).textContent = text;
    };
    set(
      '[data-labs]',
      labs.length === 0
        ? this.study.texts.none
        : `${standing.solved.length} / ${labs.length}`,
    );
    set('[data-cards]', `${standing.known.length} / ${cards.length}`);
    const grades = [...standing.grades.values()];
    set(
      '[data-interview]',
      grades.length === 0
        ? this.study.texts.none
        : `${grades.filter((grade) => grade === 2).length} / ${grades.length}`,
    );
  }

  private showSum(standings: readonly PageStanding[]): void {
    const count = (items: (standing: PageStanding) => number) =>
      standings.reduce((sum, standing) => sum + items(standing), 0);
    this.find('[data-sum]').textContent = fill(this.study.texts.sum, {
      read: count(({ read }) => Number(read)),
      pages: this.pages.length,
      labs: count(({ solved }) => solved.length),
      labCount: this.pages.flatMap(({ labs }) => labs).length,
      cards: count(({ known }) => known.length),
      cardCount: this.pages.flatMap(({ cards }) => cards).length,
    });
  }

  private drawChart(): void {
    const place = this.find('[data-chart]');
    const rows = this.standings().map((standing, index) => ({
      title: this.study.pages[index]?.title ?? '',
      parts: partsOf(this.pages[index] as GuidePage, standing),
    }));
    const list = rows
      .map(
        ({ title, parts }) => `${title} ${Math.round(readiness(parts) * 100)}%`,
      )
      .join(this.study.locale === 'en' ? ', ' : '，');
    const label = fill(this.study.texts.chart, { pages: list });
    place.querySelector('svg')?.remove();
    place.append(progressChart(rows, place.clientWidth, label));
  }

  private showWeak(standings: readonly PageStanding[]): void {
    const { texts, pages } = this.study;
    const nodes = standings.flatMap(({ weakCards }, index) =>
      weakCards.flatMap((id) => {
        const card = pages[index]?.cards.find((item) => item.id === id);
        return card === undefined ? [] : [linkItem(card)];
      }),
    );
    const weak = standings.flatMap(({ weakQuestions }) => weakQuestions);
    const last = this.progress
      .load()
      .interviews.findLast(({ answers }) =>
        answers.some(({ question }) => weak.includes(question)),
      );
    if (last !== undefined) {
      const title = fill(texts.weakQuestions, { n: weak.length });
      nodes.push(linkItem({ id: '', title, href: this.reportOf(last.id) }));
    }
    this.find('[data-weak]').replaceChildren(
      ...(nodes.length === 0 ? [element('li', {}, texts.noWeak)] : nodes),
    );
  }

  private showInterviews(): void {
    const { texts, locale } = this.study;
    const items = this.progress
      .load()
      .interviews.toReversed()
      .map(({ id, at, answers }) => {
        const title = fill(texts.interviewItem, {
          date: new Date(at).toLocaleDateString(locale, { dateStyle: 'long' }),
          count: answers.length,
          strong: answers.filter(({ grade }) => grade === 2).length,
        });
        return linkItem({ id, title, href: this.reportOf(id) });
      });
    this.find('[data-interviews]').replaceChildren(
      ...(items.length === 0 ? [element('li', {}, texts.noInterview)] : items),
    );
  }

  private reportOf(id: string): string {
    return `${this.study.root}interview/#report-${encodeURIComponent(id)}`;
  }

  private showPlan(): void {
    if (this.countdown === null) {
      return;
    }
    const { texts, locale, root, pages } = this.study;
    const links: PlanLinks = new Map(
      pages.flatMap((page) => [
        [page.page, page as Omit<Target, 'id'>] as const,
        ...page.labs.map((lab) => [`lab:${lab.id}`, lab] as const),
      ]),
    );
    const plan = planAt(this.pages, this.record(), this.countdown);
    this.find('[data-plan-days]').replaceChildren(
      ...planView(plan, { links, texts, locale, root, from: new Date() }),
    );
    const notice = this.find('[data-plan-trouble]');
    const isFull = plan.some(({ minutes }) => minutes > 240);
    const isDone = plan.every(({ tasks }) =>
      tasks.every(({ kind }) => kind === 'interview'),
    );
    notice.textContent = isDone ? texts.planDone : isFull ? texts.planFull : '';
    notice.hidden = notice.textContent === '';
    this.find<HTMLButtonElement>('[data-action="print"]').disabled = false;
  }

  private get daysField(): HTMLInputElement {
    return this.find('[name="days"]');
  }

  private report(trouble: StudyTrouble): void {
    const place = this.find('[data-trouble]');
    place.textContent = this.study.texts[trouble];
    place.hidden = false;
  }

  private find<T extends HTMLElement>(selector: string): T {
    return this.querySelector(selector) as T;
  }
}

function newItems(before: Record1, after: Record1) {
  const gained = (count: (record: Record1) => number) =>
    count(after) - count(before);
  return {
    reviews: gained(({ log }) => log.reviews.length),
    marks: gained(({ progress }) => progress.marks.length),
    labs: gained(({ progress }) => progress.solved.length),
    interviews: gained(({ progress }) => progress.interviews.length),
  };
}

function linkItem({ title, href }: Target): HTMLElement {
  return element('li', {}, element('a', { href }, title));
}
