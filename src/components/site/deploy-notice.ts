/**
 * Says in words what is wrong when style sheets or scripts do not arrive:
 * mostly a site that was built for another path than it is served from. Stands
 * inline before them, the only script that surely runs then; every page
 * carries it, so it is short.
 */
const text = document.currentScript?.dataset['text'] ?? '';
let box: HTMLElement | undefined;

addEventListener(
  'error',
  ({ target }) => {
    const { rel, href, src, localName } = target as HTMLLinkElement &
      HTMLScriptElement;
    const url = rel === 'stylesheet' ? href : localName === 'script' && src;
    if (url && !box) {
      box = document.createElement('p');
      box.role = 'alert';
      box.textContent = text.replace('{url}', url);
      box.style.cssText = 'padding:1em;color:#000;background:#fd8';
      const show = () => document.body.prepend(box as HTMLElement);
      if (document.body) {
        show();
      } else {
        addEventListener('DOMContentLoaded', show);
      }
    }
  },
  true,
);
