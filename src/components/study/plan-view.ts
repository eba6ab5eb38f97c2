import { fill } from '~/i18n/dictionary';
import type { ProgressTexts } from '~/i18n/progress-texts';
import { element } from '~/lib/element';
import type { PlanDay, Task, TaskKind } from '~/lib/study/plan';

/** Pages by slug, labs by `lab:` and their name. */
export type PlanLinks = ReadonlyMap<string, { title: string; href: string }>;

interface Context {
  links: PlanLinks;
  texts: ProgressTexts;
  locale: string;
  root: string;
  /** The first day. */
  from: Date;
}

/** A list item a day. */
export function planView(
  plan: readonly PlanDay[],
  context: Context,
): HTMLElement[] {
  const { texts, locale, root } = context;
  const format = new Intl.DateTimeFormat(locale, {
    month: 'short',
    day: 'numeric',
    weekday: 'short',
  });
  return plan.map(({ tasks, minutes }, index) => {
    const date = new Date(context.from);
    date.setDate(date.getDate() + index);
    const head = element(
      'p',
      { class: 'plan-day' },
      fill(texts.day, { n: index + 1, date: format.format(date) }),
      element('span', {}, fill(texts.minutes, { n: minutes + 10 })),
    );
    const list = element(
      'ul',
      {},
      ...tasks.map((task) => taskItem(task, context)),
      linkItem(texts.taskRepeat, `${root}review/`),
    );
    if (index === plan.length - 1 && plan.length > 1) {
      list.append(linkItem(texts.taskLast, `${root}summary/#ten-sentences`));
    }
    return element('li', {}, head, list);
  });
}

const NAMES = {
  read: 'taskRead',
  lab: 'taskLab',
  cards: 'taskCards',
  weak: 'taskWeak',
  interview: 'taskInterview',
} as const satisfies Record<TaskKind, keyof ProgressTexts>;

function taskItem({ kind, subject }: Task, context: Context): HTMLElement {
  const { texts, root, links } = context;
  const name = texts[NAMES[kind]];
  if (kind === 'interview') {
    return linkItem(name, `${root}interview/`);
  }
  const target = links.get(kind === 'lab' ? `lab:${subject}` : subject);
  const href = {
    read: target?.href,
    lab: target?.href,
    cards: `${root}review/#page=${encodeURIComponent(subject)}`,
    weak: `${root}progress/#weak`,
  }[kind];
  return element(
    'li',
    {},
    element('span', {}, name),
    element('a', { href: href ?? root }, target?.title ?? subject),
  );
}

function linkItem(text: string, href: string): HTMLElement {
  return element('li', {}, element('a', { href }, text));
}
