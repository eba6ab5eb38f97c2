import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const cache = fileURLToPath(
  new URL('../../node_modules/.cache/nginx', import.meta.url),
);

/**
 * Path of an nginx: an installed one, else Debian's package, unpacked into a
 * folder of ours. Installing it would start a service of the system.
 */
export function nginxPath(): string {
  const own = join(cache, 'usr/sbin/nginx');
  const found = ['/usr/sbin/nginx', '/usr/local/bin/nginx', own].find(
    existsSync,
  );
  if (found !== undefined) {
    return found;
  }
  mkdirSync(cache, { recursive: true });
  const apt = ['-o', 'APT::Sandbox::User=root'];
  const run = (command: string, args: string[]) =>
    spawnSync(command, args, { cwd: cache, stdio: 'pipe' }).status === 0;
  const download = [...apt, 'download', 'nginx', 'nginx-common'];
  if (!run('apt-get', download)) {
    run('apt-get', ['update']);
    run('apt-get', download);
  }
  for (const file of readdirSync(cache)) {
    if (file.endsWith('.deb')) {
      run('dpkg-deb', ['-x', file, '.']);
    }
  }
  if (!existsSync(own)) {
    throw new Error(
      'This test needs nginx. There is none, and it could not be fetched as ' +
        'a Debian package: install nginx (it need not run) and try again.',
    );
  }
  return own;
}

export interface Nginx {
  stop: () => Promise<void>;
}

/** Runs nginx with the given servers as a child, in a folder of its own. */
export async function startNginx(
  servers: string[],
  ports: number[],
): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'guide-nginx-'));
  const file = join(folder, 'nginx.conf');
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const types = existsSync('/etc/nginx/mime.types')
    ? 'include /etc/nginx/mime.types;'
    : `include ${join(cache, 'etc/nginx/mime.types')};`;
  writeFileSync(
    file,
    [
      'daemon off; master_process off; worker_processes 1;',
      `pid ${folder}/nginx.pid; error_log stderr warn;`,
      'events { worker_connections 256; }',
      'http {',
      types,
      'default_type application/octet-stream; access_log off;',
      ...own,
      ...servers,
      '}',
    ].join('\n'),
  );
  const child = spawn(nginxPath(), ['-c', file, '-p', folder], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  for (const port of ports) {
    await listening(child, port);
  }
  return {
    stop: async () => {
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function listening(child: ChildProcess, port: number): Promise<void> {
  for (let i = 0; i < 1_000; i += 1) {
    if (child.exitCode !== null) {
      break;
    }
    const isUp = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => resolve(false));
    });
    if (isUp) {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(
    `nginx does not answer on port ${port}; see its words above.`,
  );
}
