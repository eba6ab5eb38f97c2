import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { locales } from '../i18n/locales.ts';

/** For every file, whatever it is. */
export const commonHeaders = {
  'X-Content-Type-Options': 'nosniff',
  // Other sites do not learn which question is being read.
  'Referrer-Policy': 'same-origin',
};

const REFUSED = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'midi',
  'payment',
  'serial',
  'usb',
];

/**
 * The devices that pages of a group may ask for: the guide's own pages the
 * microphone, for spoken answers in the mock interview; the sandbox and pages
 * in frames of other sites none.
 */
function permissionsOf(name) {
  const microphone = name === 'pages' ? '(self)' : '()';
  return [
    ...REFUSED.map((feature) => `${feature}=()`),
    `microphone=${microphone}`,
  ].join(', ');
}

/** Pages for frames on other sites: `/embed/…`, `/en/embed/…`. */
const EMBEDDABLE = 'embed';
const SANDBOX = 'sandbox';

/**
 * The headers of a built site that depend on the page: which devices it may
 * ask for, and its Content-Security-Policy, which is what its meta element
 * says and who may frame it, which a meta element cannot say. Paths are
 * `/folder/*` or `/file`, without the base path, and no two rules match the
 * same one: hosts differ in what they make of an overlap (Cloudflare joins
 * the values, Netlify takes one). What no path matches, such as the page for
 * a missing address, still has its meta element.
 *
 * @param {string} root Folder of the built site
 * @returns {Promise<{ name: 'pages' | 'sandbox' | 'embed', paths: string[], policy: string, permissions: string }[]>}
 */
export async function policyRules(root) {
  const files = (await readdir(root, { recursive: true }))
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.html'))
    .sort();
  /** @type {Map<string, { paths: Set<string>, policies: string[] }>} */
  const groups = new Map();
  for (const file of files) {
    const policy = metaPolicy(await readFile(join(root, file), 'utf8'));
    if (policy !== undefined) {
      const name = groupOf(file);
      const group = groups.get(name) ?? { paths: new Set(), policies: [] };
      for (const path of pathsOf(file)) {
        group.paths.add(path);
      }
      group.policies.push(policy);
      groups.set(name, group);
    }
  }
  return [...groups].map(([name, { paths, policies }]) => ({
    name,
    paths: [...paths],
    policy: `${union(policies)}; frame-ancestors ${ancestors(name, groups)}`,
    permissions: permissionsOf(name),
  }));
}

/** The policy in the meta element of a page. */
export function metaPolicy(html) {
  return /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/i.exec(
    html,
  )?.[1];
}

/**
 * `index.html` answers for its folder; other files answer by their name. The
 * folder of a language is taken apart: it has pages of two kinds.
 */
function pathsOf(file) {
  const { segment, path } = split(file);
  const [first, ...rest] = path.split('/');
  if (rest.length > 0) {
    return [`${segment}/${first}/*`];
  }
  return first === 'index.html'
    ? [`${segment}/`, `${segment}/index.html`]
    : [`${segment}/${first}`];
}

function groupOf(file) {
  const [folder] = split(file).path.split('/');
  return folder === SANDBOX || folder === EMBEDDABLE ? folder : 'pages';
}

/** `/en` and the path within it; the first language has no folder. */
function split(file) {
  const [first, ...rest] = file.split('/');
  const isLanguage = rest.length > 0 && locales.includes(first);
  return isLanguage
    ? { segment: `/${first}`, path: rest.join('/') }
    : { segment: '', path: file };
}

/**
 * Browsers ask every ancestor, not the parent alone: within an embedded page
 * the sandbox has the foreign page above it too. It obeys its parent of its
 * own origin only and shows nothing to click, so that gives nothing away.
 */
function ancestors(name, groups) {
  return name !== 'pages' && groups.has(EMBEDDABLE) ? '*' : "'self'";
}

/** One policy that allows each directive what any of the policies allows. */
function union(policies) {
  /** @type {Map<string, Set<string>>} */
  const directives = new Map();
  for (const policy of policies) {
    for (const directive of policy.split(';')) {
      const [name, ...sources] = directive.trim().split(/\s+/);
      const known = directives.get(name) ?? new Set();
      directives.set(name, new Set([...known, ...sources]));
    }
  }
  return [...directives]
    .map(([name, sources]) => [name, ...sources].join(' '))
    .join('; ');
}
