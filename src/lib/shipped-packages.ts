import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { shippedFiles } from './vite-shipped-files.mjs';

export interface ShippedPackage {
  name: string;
  version: string;
  /** As SPDX names it. */
  licence: string;
  url: string | undefined;
  /** The text that must go along; undefined if the package brings none. */
  text: string | undefined;
}

/** Reach the reader without a bundle of ours, or as files of their own. */
const BY_INTEGRATIONS = ['astro', '@astrojs/starlight', 'pyodide'];

/** May be passed on with a site under MIT, on the word of a notice. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'OFL-1.1',
]);

/**
 * Passed on unchanged, as files of their own with no code of ours in them: all
 * that the Mozilla licence asks, which covers files one by one.
 */
const APART: Readonly<Record<string, string>> = { pyodide: 'MPL-2.0' };

const INSIDE_PACKAGE = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;
const NOTICE = /^(licen[cs]e|copying)(\.|-|$)/i;

/**
 * Every package that readers get something of, by name.
 *
 * @throws Error if one has a licence that is not known to be free enough
 */
export function shippedPackages(): ShippedPackage[] {
  if (shippedFiles().size === 0) {
    return [];
  }
  const folders = new Set(
    BY_INTEGRATIONS.map((name) => resolve('node_modules', name)),
  );
  for (const file of shippedFiles()) {
    const folder = INSIDE_PACKAGE.exec(resolve(file))?.[1];
    if (folder !== undefined) {
      folders.add(folder);
    }
  }
  const packages = [...folders]
    .map(readPackage)
    .sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
  const problems = packages.flatMap((item) => licenceProblem(item) ?? []);
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  return packages;
}

/** Why a package may not be shipped; undefined if it may. */
export function licenceProblem({
  name,
  licence,
}: Pick<ShippedPackage, 'name' | 'licence'>): string | undefined {
  const parts = licence.replace(/[()]/g, '').split(/ AND /);
  const isFree = parts.every((part) =>
    part
      .split(/ OR /)
      .map((choice) => choice.trim())
      .some((choice) => ALLOWED.has(choice) || APART[name] === choice),
  );
  return isFree
    ? undefined
    : `${name} is in the built site under '${licence || 'no licence'}'. ` +
        `Allowed are ${[...ALLOWED].join(', ')}: do without the package, or ` +
        'add the licence to src/lib/shipped-packages.ts after reading it.';
}

export function readPackage(folder: string): ShippedPackage {
  const record = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const notice = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && NOTICE.test(entry.name))
    .map(({ name }) => name)
    .sort()[0];
  return {
    name: record.name,
    version: record.version,
    licence: record.license?.type ?? record.license ?? '',
    url: homeOf(record),
    text:
      notice === undefined
        ? undefined
        : readFileSync(join(folder, notice), 'utf8').trim(),
  };
}

function homeOf(record: {
  repository?: string | { url?: string };
  homepage?: string;
}): string | undefined {
  const { repository, homepage } = record;
  const given = typeof repository === 'object' ? repository.url : repository;
  const url = given
    ?.replace(/^git\+/, '')
    .replace(/^(git|ssh):\/\/(git@)?/, 'https://')
    .replace(/^git@github\.com:/, 'https://github.com/')
    .replace(/^(github:)?([\w.-]+\/[\w.-]+)$/, 'https://github.com/$2')
    .replace(/\.git$/, '');
  return url?.startsWith('https://') ? url : homepage;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
