import { createHash } from 'node:crypto';
import { editPages } from './edit-pages.mjs';
import { commonHeaders, metaPolicy } from './security-headers.mjs';

const INLINE_SCRIPT = /<script(?![^>]*\ssrc=)([^>]*)>([\s\S]*?)<\/script>/g;
const DATA_TYPE = /\stype="(?:application|text)\/(?:ld\+)?json"/;

/**
 * Gives every built page a Content-Security-Policy of its own, as a meta
 * element, so that it holds on any static host: nothing from other origins,
 * no inline script but those that stood in the page when it was built. Pages
 * that bring a policy (the sandbox) keep it.
 *
 * @param {{ comments?: string }} options Origin that pages with comments frame
 * @returns {import('astro').AstroIntegration}
 */
export function contentSecurityPolicy({ comments } = {}) {
  return editPages('content-security-policy', (html) =>
    metaPolicy(html) === undefined ? withPolicy(html, comments) : html,
  );
}

/** The page with a policy that fits its inline scripts, and its comments. */
export function withPolicy(html, comments) {
  const hashes = new Set();
  for (const [, attributes, text] of html.matchAll(INLINE_SCRIPT)) {
    if (!DATA_TYPE.test(attributes)) {
      const digest = createHash('sha256').update(text).digest('base64');
      hashes.add(`'sha256-${digest}'`);
    }
  }
  const policy = [
    "default-src 'self'",
    `script-src 'self' ${[...hashes].join(' ')}`.trim(),
    // Formulas and highlighted code carry style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    // Hearing one's own answer in the mock interview.
    "media-src 'self' blob:",
    ...(comments && html.includes('<page-comments')
      ? [`frame-src 'self' ${comments}`]
      : []),
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
  ].join('; ');
  const meta =
    `<meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<meta name="referrer" content="${commonHeaders['Referrer-Policy']}">`;
  return html.replace(/<meta charset="utf-8"\s*\/?>/i, (all) => all + meta);
}
