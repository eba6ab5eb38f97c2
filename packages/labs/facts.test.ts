import { describe, expect, it } from 'vitest';

type Facts = Readonly<Record<string, string>>;

const worked = byLab(
  import.meta.glob<{ worked: Facts }>('./*/worked.ts', { eager: true }),
);
const facts = byLab(
  import.meta.glob<{ facts: Facts }>('./*/facts.ts', { eager: true }),
);
const pages = import.meta.glob<string>('../../src/content/docs/**/*.mdx', {
  query: '?raw',
  import: 'default',
  eager: true,
});

function byLab<Module>(modules: Record<string, Module>): Map<string, Module> {
  const entries = Object.entries(modules);
  return new Map(
    entries.map(([path, each]) => [path.split('/')[1] ?? '', each]),
  );
}

function pageOf(lab: string, folder: string): string {
  const text = pages[`../../src/content/docs/${folder}concepts/${lab}.mdx`];
  if (text === undefined) throw new Error(`There is no page of ${lab}.`);
  return text;
}

const answers = /answer="[^"]*"/g;
const formulas = /\$+[^$]+\$+/g;

/** Facts that a formula uses again after the text has shown them. */
const repeated = [
  'freeGib',
  'kv8',
  'kvTraffic',
  'stepTime',
  'requestRate',
  'outputRate',
];

/** Facts that stand in an answer or a formula, where no component can. */
const unmarked: Readonly<Record<string, readonly [lab: string, RegExp]>> = {
  mm1P99At80: ['model-deployment', answers],
  mm1P99At90: ['model-deployment', answers],
  kv70: ['model-deployment', answers],
  p99PerMean: ['model-deployment', formulas],
  forwardMean: ['knowledge-distillation', formulas],
};

describe.each(['', 'en/'])('the numbers of docs/%sconcepts', (folder) => {
  it.each([...worked.keys()])('come from the lab: %s', (lab) => {
    const text = pageOf(lab, folder);
    const names = Object.keys(worked.get(lab)?.worked ?? {});
    const missing = names.filter(
      (name) =>
        !Object.hasOwn(unmarked, name) &&
        !text.includes(`<Fact lab="${lab}" name="${name}" />`),
    );
    expect(missing).toEqual([]);
  });

  it.each(repeated)('agree with the lab where a formula repeats %s', (name) => {
    const value =
      worked.get('model-deployment')?.worked[name] ?? 'no such fact';
    const texts = pageOf('model-deployment', folder).matchAll(formulas);
    const numbers = [...texts].flatMap(([text]) => text.match(/[\d.]+/g) ?? []);
    expect(numbers).toContain(value);
  });

  it.each(Object.entries(unmarked))(
    'agree with the lab in an answer or a formula: %s',
    (name, [lab, parts]) => {
      const value = facts.get(lab)?.facts[name] ?? 'no such fact';
      const texts = pageOf(lab, folder).matchAll(parts);
      expect([...texts].some(([text]) => text.includes(value))).toBe(true);
    },
  );
});

it('computes the worked examples as by hand', () => {
  const some = (lab: string, names: readonly string[]) =>
    names.map((name) => worked.get(lab)?.worked[name]);
  expect(some('model-deployment', ['kv8', 'kv70Long', 'kvTokens'])).toEqual([
    '128', // 2 · 32 · 8 · 128 · 2 bytes are 131072
    '2.5', // 8192 · 327680 bytes are 2.5 · 2^30
    '466944', // 57 · 2^13
  ]);
  // 0.15 ln 2.5 + 0.05 ln 1.25 + 0.05 ln 1.2 + 0.15 ln 1.6
  expect(some('model-deployment', ['psi', 'recovery'])).toEqual([
    '0.228',
    '240',
  ]);
  expect(
    some('edge-inference', ['safeTerms', 'amdahl70', 'heatSeconds']),
  ).toEqual(['132104', '3.0', '61']);
  // Chances from a table of the chi-squared distribution.
  expect(
    some('knowledge-distillation', ['mcNemarFewChance', 'mcNemarManyChance']),
  ).toEqual(['0.12', '0.0005']);
  // Binomial tails as given by scipy.stats.binom.sf(99, n, 0.9).
  expect(some('federated-learning', ['chosen', 'expectedOnly'])).toEqual([
    '120',
    '57%',
  ]);
});
