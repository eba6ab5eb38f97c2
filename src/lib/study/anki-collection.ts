export const ANKI_SCHEMA = `
CREATE TABLE col (
  id integer PRIMARY KEY, crt integer NOT NULL, mod integer NOT NULL,
  scm integer NOT NULL, ver integer NOT NULL, dty integer NOT NULL,
  usn integer NOT NULL, ls integer NOT NULL, conf text NOT NULL,
  models text NOT NULL, decks text NOT NULL, dconf text NOT NULL,
  tags text NOT NULL);
CREATE TABLE notes (
  id integer PRIMARY KEY, guid text NOT NULL, mid integer NOT NULL,
  mod integer NOT NULL, usn integer NOT NULL, tags text NOT NULL,
  flds text NOT NULL, sfld integer NOT NULL, csum integer NOT NULL,
  flags integer NOT NULL, data text NOT NULL);
CREATE TABLE cards (
  id integer PRIMARY KEY, nid integer NOT NULL, did integer NOT NULL,
  ord integer NOT NULL, mod integer NOT NULL, usn integer NOT NULL,
  type integer NOT NULL, queue integer NOT NULL, due integer NOT NULL,
  ivl integer NOT NULL, factor integer NOT NULL, reps integer NOT NULL,
  lapses integer NOT NULL, left integer NOT NULL, odue integer NOT NULL,
  odid integer NOT NULL, flags integer NOT NULL, data text NOT NULL);
CREATE TABLE revlog (
  id integer PRIMARY KEY, cid integer NOT NULL, usn integer NOT NULL,
  ease integer NOT NULL, ivl integer NOT NULL, lastIvl integer NOT NULL,
  factor integer NOT NULL, time integer NOT NULL, type integer NOT NULL);
CREATE TABLE graves (
  usn integer NOT NULL, oid integer NOT NULL, type integer NOT NULL);
CREATE INDEX ix_notes_usn ON notes (usn);
CREATE INDEX ix_notes_csum ON notes (csum);
CREATE INDEX ix_cards_usn ON cards (usn);
CREATE INDEX ix_cards_nid ON cards (nid);
CREATE INDEX ix_cards_sched ON cards (did, queue, due);
CREATE INDEX ix_revlog_usn ON revlog (usn);
CREATE INDEX ix_revlog_cid ON revlog (cid);`;

interface Ids {
  /** Name of the deck. */
  deck: string;
  deckId: number;
  modelId: number;
  /** When the deck was begun, in milliseconds since 1970. */
  madeAt: number;
  /** Of this edition, likewise. */
  changedAt: number;
}

const FIELDS = ['Front', 'Back', 'Page', 'Source'];
const CSS =
  '.card{font:1.15em/1.6 system-ui,sans-serif;max-width:36em;margin:auto;' +
  'padding:1em}.page{color:#777;font-size:.8em}';

/** crt, mod, scm, conf, models, decks, dconf and tags of the one row of col. */
export function collectionRow(
  ids: Ids,
): [number, number, number, string, string, string, string, string] {
  const { deckId, madeAt, changedAt } = ids;
  return [
    madeAt / 1000,
    changedAt,
    madeAt,
    JSON.stringify({ activeDecks: [deckId], curDeck: deckId, nextPos: 1 }),
    JSON.stringify({ [ids.modelId]: modelOf(ids) }),
    JSON.stringify({
      1: deckOf(1, 'Default', changedAt),
      [deckId]: deckOf(deckId, ids.deck, changedAt),
    }),
    JSON.stringify({ 1: optionsOf(changedAt) }),
    '{}',
  ];
}

function modelOf({ deck, deckId, modelId, changedAt }: Ids) {
  return {
    id: modelId,
    name: deck,
    type: 0,
    mod: changedAt / 1000,
    usn: -1,
    sortf: 0,
    did: deckId,
    flds: FIELDS.map((name, ord) => ({
      name,
      ord,
      sticky: false,
      rtl: false,
      font: 'Arial',
      size: 20,
      media: [],
    })),
    tmpls: [
      {
        name: 'Card 1',
        ord: 0,
        qfmt: '{{Front}}',
        afmt: '{{FrontSide}}<hr id="answer">{{Back}}<p class="page">{{Page}}<br>{{Source}}</p>',
        bqfmt: '',
        bafmt: '',
        did: null,
      },
    ],
    css: CSS,
    latexPre: '',
    latexPost: '',
    req: [[0, 'any', [0]]],
    tags: [],
    vers: [],
  };
}

function deckOf(id: number, name: string, changedAt: number) {
  return {
    id,
    name,
    mod: changedAt / 1000,
    usn: -1,
    desc: '',
    dyn: 0,
    conf: 1,
    collapsed: false,
    browserCollapsed: false,
    extendNew: 0,
    extendRev: 0,
    newToday: [0, 0],
    revToday: [0, 0],
    lrnToday: [0, 0],
    timeToday: [0, 0],
  };
}

function optionsOf(changedAt: number) {
  return {
    id: 1,
    name: 'Default',
    mod: changedAt / 1000,
    usn: -1,
    maxTaken: 60,
    autoplay: true,
    timer: 0,
    replayq: true,
    dyn: false,
    new: {
      bury: true,
      delays: [1, 10],
      initialFactor: 2500,
      ints: [1, 4, 7],
      order: 1,
      perDay: 20,
      separate: true,
    },
    rev: {
      bury: true,
      ease4: 1.3,
      fuzz: 0.05,
      ivlFct: 1,
      maxIvl: 36500,
      minSpace: 1,
      perDay: 200,
    },
    lapse: {
      delays: [10],
      leechAction: 0,
      leechFails: 8,
      minInt: 1,
      mult: 0,
    },
  };
}
