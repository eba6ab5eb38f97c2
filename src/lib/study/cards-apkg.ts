import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { strToU8, zipSync } from 'fflate';
import { type Locale, locales } from '~/i18n/locales';
import { escapeMarkup } from '~/lib/escape-markup';
import { ANKI_SCHEMA, collectionRow } from './anki-collection';
import type { StudyCard } from './cards';

/** The deck is begun once: its ids never change. */
const MADE_AT = Date.UTC(2026, 0, 1);

export interface Deck {
  name: string;
  /** In which each language has notes, note type and deck of its own. */
  locale: Locale;
  /** Of this edition. */
  changed: Date;
}

/**
 * An Anki package (format 11): a zip of a SQLite collection, the same for the
 * same cards. Anki updates a note in place if the guid is known and the date
 * of the change is later than that of the note it has.
 * Source: https://github.com/ankidroid/Anki-Android/wiki/Database-Structure
 * and rslib/src/import_export/package/apkg/import/notes.rs of ankitects/anki
 */
export function cardsApkg(
  cards: readonly StudyCard[],
  deck: Deck,
): Uint8Array<ArrayBuffer> {
  const folder = mkdtempSync(join(tmpdir(), 'guide-cards-'));
  try {
    const file = join(folder, 'collection.anki2');
    writeCollection(file, cards, deck);
    return zipSync(
      {
        'collection.anki2': new Uint8Array(readFileSync(file)),
        media: strToU8('{}'),
      },
      { mtime: MADE_AT },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function writeCollection(
  file: string,
  cards: readonly StudyCard[],
  { name, locale, changed }: Deck,
): void {
  const database = new DatabaseSync(file);
  database.exec(ANKI_SCHEMA);
  const first = MADE_AT + locales.indexOf(locale) * 1_000_000;
  const deckId = first + 1;
  const modelId = first + 2;
  const changedAt = changed.getTime();
  const row = collectionRow({
    deck: name,
    deckId,
    modelId,
    madeAt: MADE_AT,
    changedAt,
  });
  database
    .prepare('INSERT INTO col VALUES (1,?,?,?,11,0,0,0,?,?,?,?,?)')
    .run(...row);
  const addNote = database.prepare(
    "INSERT INTO notes VALUES (?,?,?,?,-1,'',?,?,?,0,'')",
  );
  const addCard = database.prepare(
    "INSERT INTO cards VALUES (?,?,?,0,?,-1,0,0,?,0,0,0,0,0,0,0,0,'')",
  );
  const seconds = changedAt / 1000;
  cards.forEach((card, index) => {
    const id = first + 1000 + index;
    const guid = `${card.id}.${locale}`;
    const [front = '', ...others] = fieldsOf(card);
    const fields = [front, ...others].join('\x1f');
    addNote.run(id, guid, modelId, seconds, fields, front, checksum(front));
    addCard.run(id, id, deckId, seconds, index + 1);
  });
  database.close();
}

function fieldsOf(card: StudyCard): string[] {
  const { question, answer, page, href, sources } = card;
  return [
    escapeMarkup(question),
    escapeMarkup(answer),
    link(page, href),
    sources.map(({ name, url }) => link(name, url)).join(', '),
  ];
}

/** A path alone leads nowhere from Anki: it is written out. */
function link(name: string, address: string | undefined): string {
  if (address === undefined) {
    return escapeMarkup(name);
  }
  return /^https?:/.test(address)
    ? `<a href="${escapeMarkup(address)}">${escapeMarkup(name)}</a>`
    : `${escapeMarkup(name)} (${escapeMarkup(address)})`;
}

/** Anki finds duplicates by the first eight hex digits of the SHA-1. */
function checksum(text: string): number {
  const digest = createHash('sha1').update(text).digest('hex');
  return Number.parseInt(digest.slice(0, 8), 16);
}
