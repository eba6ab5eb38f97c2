import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { headersFile } from '../../src/lib/host-files.mjs';
import {
  commonHeaders,
  metaPolicy,
  policyRules,
} from '../../src/lib/security-headers.mjs';
import { readBuilt } from './support/files.ts';
import { attribute, builtPages, elements, textOf } from './support/site.ts';

const pages = builtPages();
const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** Whether a host would send a rule's policy with this path. */
function isCovered(path: string, pattern: string): boolean {
  return pattern.endsWith('*')
    ? path.startsWith(pattern.slice(0, -1))
    : path === pattern;
}

function directives(policy: string): Record<string, string[]> {
  return Object.fromEntries(
    policy.split(';').map((directive) => {
      const [name = '', ...sources] = directive.trim().split(/\s+/);
      return [name, sources];
    }),
  );
}

/** `https://…`, `*.example.org`, `https:`: anything that leaves the origin. */
const FOREIGN = /^(?!'|(?:blob|data):$)/;

describe('every page', () => {
  it.each(pages)('has a policy before its first script: $path', (page) => {
    const found = elements(page.tree);
    const policies = found.filter(
      (element) =>
        element.tagName === 'meta' &&
        attribute(element, 'httpEquiv') === 'Content-Security-Policy',
    );
    expect(policies).toHaveLength(1);
    const active = found.findIndex(({ tagName }) =>
      ['script', 'style', 'link', 'img', 'iframe'].includes(tagName),
    );
    expect(found.indexOf(policies[0] as never)).toBeLessThan(active);
  });

  it.each(pages)(
    'allows no other origin and no loose script: $path',
    (page) => {
      const policy = directives(metaPolicy(page.html) ?? '');
      expect(policy['default-src']?.[0]).toMatch(/^'(self|none)'$/);
      expect(
        Object.values(policy)
          .flat()
          .filter((s) => FOREIGN.test(s)),
      ).toEqual([]);
      expect(policy['script-src']).not.toContain("'unsafe-inline'");
      expect(
        elements(page.tree).flatMap(({ properties }) =>
          Object.keys(properties).filter((name) => /^on[A-Z]/.test(name)),
        ),
        'handlers in attributes, which the policy would block',
      ).toEqual([]);
    },
  );

  it.each(pages)('names the scripts that stand in it: $path', (page) => {
    const sources = directives(metaPolicy(page.html) ?? '')['script-src'];
    const inline = elements(page.tree).filter(
      (element) =>
        element.tagName === 'script' &&
        attribute(element, 'src') === undefined &&
        !/json/.test(attribute(element, 'type') ?? ''),
    );
    for (const script of inline) {
      const hash = createHash('sha256').update(textOf(script));
      expect(sources).toContain(`'sha256-${hash.digest('base64')}'`);
    }
  });

  it('lets eval and blobs into the sandbox alone', () => {
    const loose = pages
      .filter(({ html }) => {
        const sources = directives(metaPolicy(html) ?? '')['script-src'] ?? [];
        return sources.includes("'unsafe-eval'") || sources.includes('blob:');
      })
      .map(({ path }) => path);
    expect(loose).toEqual(['/sandbox/']);
  });
});

const rules = await policyRules(dist);

describe('the headers for hosts', () => {
  it.each(pages)('reach it once, and say what it says: $path', (page) => {
    const own = rules.filter(({ paths }) =>
      paths.some((pattern) => isCovered(page.path, pattern)),
    );
    expect(own).toHaveLength(1);
    const header = directives(own[0]?.policy ?? '');
    const meta = directives(metaPolicy(page.html) ?? '');
    for (const [name, sources] of Object.entries(meta)) {
      expect(header[name]).toEqual(expect.arrayContaining(sources));
    }
    expect(Object.keys(header).sort()).toEqual(
      [...Object.keys(meta), 'frame-ancestors'].sort(),
    );
    expect(header['script-src']).not.toContain("'unsafe-inline'");
  });

  it('let others frame the labs by themselves, and the sandbox in them', () => {
    expect(
      rules
        .filter(
          ({ policy }) => directives(policy)['frame-ancestors']?.[0] === '*',
        )
        .map(({ name, paths }) => [name, ...paths]),
    ).toEqual([
      ['embed', '/embed/*', '/en/embed/*'],
      ['sandbox', '/sandbox/*'],
    ]);
  });

  it('let only the guide frame its pages', () => {
    expect(
      rules
        .filter(({ name }) => name === 'pages')
        .map(({ policy }) => directives(policy)['frame-ancestors']),
    ).toEqual([["'self'"]]);
  });

  it('fit within the limits of the strictest host', () => {
    // Cloudflare Pages ignores longer lines, and the rules after the hundredth:
    // https://developers.cloudflare.com/pages/configuration/headers/
    // Some room is left for the scripts and folders of later pages.
    for (const file of [
      readBuilt('_headers').toString('utf8'),
      headersFile(rules, `/${'a-long-path/'.repeat(8)}`),
    ]) {
      const lines = file.trimEnd().split('\n');
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(1_800);
      const starts = lines.filter((line) => /^\S/.test(line));
      expect(starts.length).toBeGreaterThan(rules.length);
      expect(starts.length).toBeLessThan(80);
      // One splat at most, and at the end, where each host understands it.
      expect(starts.filter((path) => !/^\/[^*:\s]*\*?$/.test(path))).toEqual(
        [],
      );
      expect(new Set(starts).size).toBe(starts.length);
      const headers = lines.filter((line) => /^\s/.test(line));
      expect(
        headers.filter((line) => !/^ {2}[A-Z][\w-]+: \S.*$/.test(line)),
      ).toEqual([]);
    }
    // And takes a hundred rules.
    const paths = rules.flatMap((rule) => rule.paths);
    expect(paths.length).toBeLessThan(90);
  });

  it('forbid sniffing, and devices that no lab uses', () => {
    expect(commonHeaders['X-Content-Type-Options']).toBe('nosniff');
    expect(commonHeaders['Referrer-Policy']).toBe('same-origin');
    for (const { name, permissions } of rules) {
      expect(permissions).toContain('camera=()');
      // The button that copies a link needs it.
      expect(permissions).not.toContain('clipboard');
      // Spoken answers: never within the sandbox.
      expect(permissions).toContain(
        name === 'pages' ? 'microphone=(self)' : 'microphone=()',
      );
    }
  });
});
