import { THEME_MESSAGE } from '~/lib/embed';

/**
 * Runs before anything is drawn. `?theme=light` or `?theme=dark` is the choice
 * of the page around the frame, which may change it by a message; without it
 * the reader's system chooses. `?lang=en` leads to the same lab in that
 * language.
 */
const { documentElement: root } = document;
const wanted = new URLSearchParams(location.search);
let theme: unknown = wanted.get('theme');
const dark = matchMedia('(prefers-color-scheme: dark)');

function apply(): void {
  const isDark = theme === 'dark' || (theme !== 'light' && dark.matches);
  root.dataset['theme'] = isDark ? 'dark' : 'light';
}

apply();
dark.addEventListener('change', apply);
addEventListener('message', ({ source, data }) => {
  if (source === parent && data?.type === THEME_MESSAGE) {
    theme = data.theme;
    apply();
  }
});

const language = wanted.get('lang') ?? '';
const others: Record<string, string> = JSON.parse(
  root.dataset['others'] ?? '{}',
);
if (language !== root.lang && Object.hasOwn(others, language)) {
  wanted.delete('lang');
  const rest = wanted.size > 0 ? `?${wanted}` : '';
  location.replace(others[language] + rest + location.hash);
}
