/**
 * Says in words what is wrong when style sheets or scripts do not arrive:
 * mostly a site that was built for another path than it is served from. Stands
 * inline before them, the only script that surely runs then.
 */
const { base = '/', ...texts } = document.currentScript?.dataset ?? {};
const { pathname, protocol } = location;
let isSaid = false;

addEventListener('error', ({ target }) => onError(target), true);

function onError(target: EventTarget | null): void {
  const url =
    target instanceof HTMLScriptElement
      ? target.src
      : target instanceof HTMLLinkElement && target.rel === 'stylesheet'
        ? target.href
        : '';
  if (url === '' || isSaid) {
    return;
  }
  isSaid = true;
  if (document.readyState === 'loading') {
    addEventListener('DOMContentLoaded', () => say(url));
  } else {
    say(url);
  }
}

function say(url: string): void {
  const message =
    protocol === 'file:'
      ? 'file'
      : `${pathname}/`.startsWith(base)
        ? 'missing'
        : 'moved';
  const box = document.createElement('p');
  box.role = 'alert';
  box.style.cssText =
    'margin:0;padding:1rem;color:#3a2a00;background:#fff4d6;font:16px/1.6 ' +
    'system-ui,sans-serif;overflow-wrap:anywhere;position:relative;z-index:99';
  box.textContent = (texts[message] ?? '')
    .replaceAll('{base}', base)
    .replaceAll('{path}', pathname)
    .replaceAll('{url}', url);
  document.body.prepend(box);
}
