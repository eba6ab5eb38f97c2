import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { strToU8, zipSync } from 'fflate';
import { ANKI_SCHEMA, collectionRow } from './anki-collection';
import type { StudyCard } from './cards';

/** Fixed, so that the same cards always make the same file. */
const MADE_AT = Date.UTC(2026, 0, 1);
const DECK_ID = MADE_AT + 1;
const MODEL_ID = MADE_AT + 2;

/**
 * An Anki package (format 11): a zip of a SQLite collection. Notes have the
 * card's id for guid, so that a newer package updates them in place.
 * Source: https://github.com/ankidroid/Anki-Android/wiki/Database-Structure
 */
export function cardsApkg(
  cards: readonly StudyCard[],
  deck: string,
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
  deck: string,
): void {
  const database = new DatabaseSync(file);
  database.exec(ANKI_SCHEMA);
  const row = collectionRow({
    deck,
    deckId: DECK_ID,
    modelId: MODEL_ID,
    madeAt: MADE_AT,
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
  const seconds = MADE_AT / 1000;
  cards.forEach((card, index) => {
    const id = MADE_AT + 1000 + index;
    const front = html(card.question);
    const fields = [front, html(card.answer), html(card.page)].join('\x1f');
    addNote.run(id, card.id, MODEL_ID, seconds, fields, front, checksum(front));
    addCard.run(id, id, DECK_ID, seconds, index + 1);
  });
  database.close();
}

/** Anki finds duplicates by the first eight hex digits of the SHA-1. */
function checksum(text: string): number {
  const digest = createHash('sha1').update(text).digest('hex');
  return Number.parseInt(digest.slice(0, 8), 16);
}

function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
