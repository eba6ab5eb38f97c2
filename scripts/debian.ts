import { execFileSync } from 'node:child_process';

/** Tries one way to get a tool; says what it tries and never throws. */
export function attempt(
  command: string,
  args: string[],
  timeout: number,
): void {
  console.log(`Trying: ${command} ${args.join(' ')}`);
  try {
    execFileSync(command, args, { stdio: 'inherit', timeout });
  } catch {
    // The caller looks whether the tool is there, and says what to do.
  }
}

/** Installs Debian packages, as root or with a sudo that asks nothing. */
export function installDebian(...packages: string[]): void {
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  for (const [args, timeout] of [
    [['update'], 300_000],
    [['install', '-y', ...packages], 600_000],
  ] as const) {
    const [command = '', ...rest] = [...sudo, 'apt-get', ...args];
    attempt(command, rest, timeout);
  }
}
