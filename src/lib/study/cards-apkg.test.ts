import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { StudyCard } from './cards';
import { cardsApkg, type Deck } from './cards-apkg';

const card = (id: string, answer: string): StudyCard => ({
  id,
  question: `${id}?`,
  answer,
  slug: 'a',
  page: 'A & B',
  href: 'https://example.org/a/#h',
  sources: [
    { name: 'Doe 2020', url: 'https://example.org/?a=1&b=2' },
    { name: 'the lab', url: '/a/#lab' },
    { name: 'this section' },
  ],
});
const deck = (locale: Deck['locale'], day: string): Deck => ({
  name: `Deck ${locale}`,
  locale,
  changed: new Date(day),
});

/** What Anki reports and holds after importing one package after the other. */
function imported(...packages: Uint8Array[]) {
  const folder = mkdtempSync(join(tmpdir(), 'guide-apkg-test-'));
  try {
    const files = packages.map((content, index) => {
      const file = join(folder, `${index}.anki2`);
      writeFileSync(file, unzipSync(content)['collection.anki2'] ?? '');
      return file;
    });
    const text = execFileSync('python3', ['-c', IMPORT, ...files], {
      encoding: 'utf8',
    });
    return JSON.parse(text) as {
      outcomes: string[][];
      notes: Record<string, string[]>;
      decks: string[][];
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('an Anki package', () => {
  const first = cardsApkg(
    [card('a', 'old'), card('b', 'same')],
    deck('en', '2026-11-28'),
  );

  it('updates the notes of an earlier edition and adds new ones', () => {
    const second = cardsApkg(
      [card('new', 'x'), card('a', 'new'), card('b', 'same')],
      deck('en', '2026-11-30'),
    );
    const { outcomes, notes } = imported(first, second);
    expect(outcomes).toEqual([
      ['new', 'new'],
      ['new', 'updated', 'updated'],
    ]);
    expect(notes['a.en']?.[1]).toBe('new');
  });

  it('leaves everything as it is when the same edition comes again', () => {
    expect(imported(first, first).outcomes[1]).toEqual([
      'duplicate',
      'duplicate',
    ]);
  });

  it('stands beside that of the other language', () => {
    const other = cardsApkg(
      [card('a', '旧'), card('b', '同')],
      deck('zh-CN', '2026-11-28'),
    );
    const { outcomes, notes, decks } = imported(first, other);
    expect(outcomes[1]).toEqual(['new', 'new']);
    expect(Object.keys(notes)).toHaveLength(4);
    expect(decks[0]).not.toEqual(decks[1]);
  });

  it('links what has a whole address, and writes out a path', () => {
    expect(imported(first).notes['a.en']?.slice(2)).toEqual([
      '<a href="https://example.org/a/#h">A &amp; B</a>',
      '<a href="https://example.org/?a=1&amp;b=2">Doe 2020</a>, ' +
        'the lab (/a/#lab), this section',
    ]);
  });

  it('is the same file for the same cards', () => {
    const again = cardsApkg(
      [card('a', 'old'), card('b', 'same')],
      deck('en', '2026-11-28'),
    );
    expect(again).toEqual(first);
  });
});

/**
 * Anki's rule, `maybe_update_existing_note` in notes.rs: a note whose guid is
 * known conflicts if its note type is another one, is updated if its date is
 * later, and is a duplicate otherwise.
 */
const IMPORT = `
import json, sqlite3, sys
have, outcomes, decks = {}, [], []
for path in sys.argv[1:]:
    db = sqlite3.connect(path)
    decks.append(sorted(set(json.loads(
        db.execute('SELECT decks FROM col').fetchone()[0])) - {'1'}))
    outcome = []
    for guid, mid, mod, flds in db.execute(
            'SELECT guid, mid, mod, flds FROM notes ORDER BY id'):
        known = have.get(guid)
        if known is None:
            outcome.append('new')
        elif known[0] != mid:
            outcome.append('conflicting')
            continue
        elif known[1] < mod:
            outcome.append('updated')
        else:
            outcome.append('duplicate')
            continue
        have[guid] = (mid, mod, flds)
    outcomes.append(outcome)
print(json.dumps({'outcomes': outcomes, 'decks': decks,
    'notes': {guid: note[2].split('\\x1f') for guid, note in have.items()}}))
`;
