import { HEIGHT_MESSAGE } from '~/lib/embed';

/**
 * Tells the page around the frame how high the lab is, so that it can give it
 * the room. A number is all that leaves, so any page may hear it.
 */
if (parent !== window) {
  let known = 0;
  const report = () => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    // A lab that fills the frame leaves the rest of the page empty.
    if (height !== known && !document.querySelector(':popover-open')) {
      known = height;
      parent.postMessage({ type: HEIGHT_MESSAGE, height }, '*');
    }
  };
  new ResizeObserver(report).observe(document.body);
}
