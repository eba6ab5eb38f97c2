import { element } from '~/lib/element';
import { whenIdle } from '~/lib/when-idle';

const texts = {
  en: { copy: 'Copy this code', done: 'Copied' },
  zh: { copy: '复制这段代码', done: '已复制' },
};
const { copy, done } =
  texts[document.documentElement.lang === 'en' ? 'en' : 'zh'];
const COPY = 'M5.5 5.5h8v8h-8zM3 10.5h-.5v-8h8V3';
const DONE = 'M3 8.5l3.2 3.2L13 4.5';
const DONE_MS = 1500;

/** Blocks of code get a button to copy them; a playground has its own ways. */
whenIdle(() => {
  for (const block of document.querySelectorAll<HTMLElement>('.code')) {
    if (!block.closest('.playground')) {
      block.append(...copyButton(block));
    }
  }
});

function copyButton(block: HTMLElement): HTMLElement[] {
  const said = element('span', { class: 'sr-only', role: 'status' });
  const button = element('button', { class: 'code-copy', type: 'button' });
  const show = (isDone: boolean) => {
    const text = isDone ? done : copy;
    button.classList.toggle('is-done', isDone);
    button.title = text;
    button.ariaLabel = text;
    said.textContent = isDone ? done : '';
    button.innerHTML = `<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${isDone ? DONE : COPY}"/></svg>`;
  };
  show(false);
  button.addEventListener('click', async () => {
    const code = block.querySelector('code');
    try {
      await navigator.clipboard.writeText(`${code?.textContent}\n`);
      show(true);
      setTimeout(show, DONE_MS, false);
    } catch {
      // The clipboard is closed: the code is marked, for the reader to copy.
      if (code) {
        getSelection()?.selectAllChildren(code);
      }
    }
  });
  return [button, said];
}
