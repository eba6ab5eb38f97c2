import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { serve } from '../../scripts/serve.ts';
import { offlineFiles } from '../../src/lib/offline-files.mjs';

export const built = fileURLToPath(new URL('../../dist', import.meta.url));

/** A host of the built site that can be switched off, and given a new version. */
export class Host {
  readonly port: number;
  readonly base: string;
  private server: Server | undefined;

  constructor(port: number, base: string) {
    this.port = port;
    this.base = base;
  }

  get url(): string {
    return `http://localhost:${this.port}${this.base.replace(/\/?$/, '/')}`;
  }

  async start(folder = built): Promise<void> {
    this.server = await serve(this.port, this.base, folder);
  }

  /** Nothing listens any more, and no connection is left. */
  async cut(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    await new Promise<void>((resolve) => {
      if (server === undefined) {
        resolve();
        return;
      }
      server.close(() => resolve());
      server.closeAllConnections();
    });
  }
}

/**
 * The built site as its next version would be: every page says so in its
 * title, and every script of `_astro` has another name.
 */
export async function nextVersion(): Promise<{
  folder: string;
  remove: () => void;
}> {
  const folder = mkdtempSync(join(tmpdir(), 'guide-next-'));
  cpSync(built, folder, { recursive: true });
  const scripts = readdirSync(join(folder, '_astro')).filter((file) =>
    file.endsWith('.js'),
  );
  const renamed = (text: string) =>
    scripts.reduce(
      (result, name) => result.replaceAll(name, `next-${name}`),
      text,
    );
  for (const file of readdirSync(folder, { recursive: true })) {
    const path = join(folder, String(file));
    if (/\.(?:html|js)$/.test(path)) {
      const text = renamed(readFileSync(path, 'utf8'));
      writeFileSync(path, text.replace('<title>', '<title>NEXT '));
    }
  }
  for (const name of scripts) {
    renameSync(
      join(folder, '_astro', name),
      join(folder, '_astro', `next-${name}`),
    );
  }
  const { hooks } = offlineFiles();
  const done = hooks['astro:build:done'] as (options: {
    dir: URL;
  }) => Promise<void>;
  await done({ dir: pathToFileURL(`${folder}/`) });
  return {
    folder,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
