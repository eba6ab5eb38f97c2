/**
 * Stands at the address of the page that could not be given: finds the
 * reader's language there, says why, and offers what can be done.
 */
import { OfflineStore } from './offline-store';

const main = document.querySelector('main') as HTMLElement;
const folder = main.dataset['folder'] ?? '/';
const isEnglish = location.pathname.startsWith(`${folder}en/`);

function chooseLanguage(): HTMLElement {
  const language = isEnglish ? 'en' : 'zh-CN';
  document.documentElement.lang = language;
  for (const section of main.querySelectorAll('section')) {
    section.hidden = section.lang !== language;
  }
  const section = main.querySelector('section:not([hidden])') as HTMLElement;
  document.title = section.querySelector('h1')?.textContent ?? document.title;
  return section;
}

function chooseTheme(): void {
  let theme = '';
  try {
    theme = localStorage.getItem('starlight-theme') ?? '';
  } catch {
    // The system's choice then.
  }
  const isDark = matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset['theme'] =
    theme || (isDark ? 'dark' : 'light');
}

function show(section: HTMLElement, isChanged: boolean): void {
  for (const reason of section.querySelectorAll<HTMLElement>('[data-reason]')) {
    reason.hidden = (reason.dataset['reason'] === 'changed') !== isChanged;
  }
  for (const button of section.querySelectorAll('button')) {
    button.hidden = (button.dataset['action'] === 'apply') !== isChanged;
  }
}

async function list(section: HTMLElement, store: OfflineStore): Promise<void> {
  const entries = await store.entries();
  const prefix = new URL(isEnglish ? `${folder}en/` : folder, location.href);
  const stored = entries.filter(
    ({ url, group, isStored }) =>
      isStored &&
      url.endsWith('/') &&
      url !== prefix.href &&
      group === document.documentElement.lang,
  );
  const items = stored.map(({ url }) => {
    const item = document.createElement('li');
    const link = document.createElement('a');
    link.href = url;
    link.textContent = decodeURI(url.slice(prefix.href.length - 1));
    item.append(link);
    return item;
  });
  section.querySelector('ul')?.replaceChildren(...items);
  for (const nav of section.querySelectorAll('nav')) {
    nav.hidden = items.length === 0;
  }
}

chooseTheme();
const section = chooseLanguage();
show(section, false);
const store = OfflineStore.create(folder);
if (store !== null && location.pathname !== `${folder}offline/`) {
  store.onUpdate = () => show(section, true);
  void store.start().then(() => list(section, store));
}
section.addEventListener('click', (event) => {
  const button = (event.target as Element).closest('button');
  if (button?.dataset['action'] === 'apply') {
    void store?.apply().then(() => location.reload());
  } else if (button !== null) {
    location.reload();
  }
});
