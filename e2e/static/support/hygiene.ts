interface Rule {
  what: string;
  /** No literal example of what it finds: this file is checked too. */
  pattern: RegExp;
  fix: string;
}

const rules: Rule[] = [
  {
    what: 'a path of one machine',
    pattern: /(?<![\w.~*@-])\/(?:work|root|tmp|home\/[\w-]+)\/[\w.*-]+/,
    fix: 'Write it relative to the project, or use os.tmpdir().',
  },
  {
    what: 'a package registry or mirror',
    pattern:
      /\b(?:registry\.(?:npmjs|yarnpkg|npmmirror)|npmmirror\.com|pypi\.(?:org|python)|proxy\.golang|_auth[T]oken)\b/i,
    fix: 'Each reader has a registry of their own: leave it to their settings.',
  },
  {
    what: 'how the work was shared out',
    pattern:
      /\b(?:the [l]ead\b(?! author| time)|(?:other|another|my) helpers?\b|helper's (?:brief|report)|the [b]rief says)/i,
    fix: 'Say what holds for the project, whoever wrote it.',
  },
  {
    what: 'an occasion of work',
    pattern:
      /\b(?:(?:coding|working|earlier|previous|parallel|agent) sessions?|in (?:this|that|an earlier) session)\b/i,
    fix: 'Say what holds; the history of the files is kept elsewhere.',
  },
  {
    what: 'the tools that wrote it',
    pattern:
      /\b(?:as an [a]i|generated (?:by|with) (?:an? )?(?:ai|llm|claude|chatgpt|gpt|copilot)|co-[a]uthored-by)\b/i,
    fix: 'Leave it out.',
  },
  {
    what: 'an unfinished place',
    pattern: /\b(?:TO[D]O|FIX[M]E|XX[X])\b/,
    fix: 'Finish it, or open an issue and leave the text out.',
  },
];

/** What does not belong into a file of the project, a sentence each. */
export function hygieneProblems(path: string, text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, i) =>
      rules
        .filter(({ pattern }) => pattern.test(line))
        .map(
          ({ what, pattern, fix }) =>
            `${path}:${i + 1} names ${what}: '${pattern.exec(line)?.[0]}'. ` +
            fix,
        ),
    );
}

/** Lock file entries that bind every clone to some other source. */
export function lockProblems(lock: string): string[] {
  const { packages } = JSON.parse(lock) as {
    packages: Record<string, { resolved?: string; link?: boolean }>;
  };
  return Object.entries(packages)
    .filter(
      ([, { resolved, link }]) =>
        resolved !== undefined &&
        !link &&
        !resolved.startsWith(`https://${'registry'}.npmjs.org/`),
    )
    .map(
      ([name, { resolved }]) =>
        `package-lock.json takes '${name}' from ${resolved}. Install it from ` +
        'the public registry, or leave the address out.',
    );
}
