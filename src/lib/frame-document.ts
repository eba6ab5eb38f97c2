import frame from '@runnable-guide/sandbox/frame?inline-bundle';

/**
 * What the sandbox page itself may do. The opaque frame inherits it, so it
 * must allow what the frame needs: our one inline script, workers from blobs
 * and `eval` inside them.
 */
export const sandboxPagePolicy = [
  "default-src 'none'",
  `script-src 'self' 'unsafe-eval' blob: '${frame.integrity}'`,
  'worker-src blob:',
  "connect-src 'self'",
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The frame's own policy: no network at all. */
const framePolicy = [
  "default-src 'none'",
  `script-src 'unsafe-eval' blob: '${frame.integrity}'`,
  'worker-src blob:',
  "connect-src 'none'",
].join('; ');

export const frameDocument =
  '<!doctype html><html lang="en"><head><meta charset="utf-8">' +
  `<meta http-equiv="Content-Security-Policy" content="${framePolicy}">` +
  `<title>Isolated frame</title></head><body><script>${frame.code}</script>` +
  '</body></html>';
