import { deflateSync, Inflate, strFromU8, strToU8 } from 'fflate';
import { type Edition, isEdition } from './lab-storage';
import { SHARE_PREFIX } from './share-fragment';
import { textHash } from './text-hash';

/** What a link carries: the edited files of one lab. */
export interface SharedCode {
  lab: string;
  edition: Edition;
  files: Record<string, string>;
}

export type ShareProblem =
  /** Cut off or altered on the way. */
  | 'damaged'
  /** Made by a newer version of the guide. */
  | 'version'
  /** Larger than any lab could be. */
  | 'oversized';

const VERSION = '1';
const MAX_BYTES = 500_000;

/** The fragment for a link: lab, version, check sum, compressed files. */
export function encodeShare(code: SharedCode): string {
  const { lab, ...content } = code;
  const json = JSON.stringify(content);
  const packed = toBase64Url(deflateSync(strToU8(json), { level: 9 }));
  return `${SHARE_PREFIX}${lab}.${VERSION}.${textHash(json)}.${packed}`;
}

/** Reads a fragment. Nothing in it is trusted and nothing is run. */
export function decodeShare(fragment: string): SharedCode | ShareProblem {
  const [lab = '', version, hash, payload = ''] = fragment
    .slice(SHARE_PREFIX.length)
    .split('.');
  if (version !== VERSION) {
    return /^[1-9]\d*$/.test(version ?? '') ? 'version' : 'damaged';
  }
  if (payload.length > MAX_BYTES) {
    return 'oversized';
  }
  const text = inflate(payload);
  if (text === 'damaged' || text === 'oversized') {
    return text;
  }
  // Compressed text can be altered and still unpack.
  if (textHash(text.json) !== hash) {
    return 'damaged';
  }
  try {
    const content: unknown = JSON.parse(text.json);
    return isContent(content) ? { lab, ...content } : 'damaged';
  } catch {
    return 'damaged';
  }
}

function inflate(payload: string): { json: string } | 'damaged' | 'oversized' {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let isComplete = false;
  try {
    const stream = new Inflate((chunk, final) => {
      size += chunk.length;
      if (size <= MAX_BYTES) {
        chunks.push(chunk);
      }
      isComplete = final;
    });
    const packed = fromBase64Url(payload);
    const piece = 1_024;
    // Piece by piece, so that a small bomb cannot grow large in one go.
    for (let at = 0; at < packed.length && size <= MAX_BYTES; at += piece) {
      const last = at + piece >= packed.length;
      stream.push(packed.subarray(at, at + piece), last);
    }
  } catch {
    return 'damaged';
  }
  if (size > MAX_BYTES) {
    return 'oversized';
  }
  if (!isComplete) {
    return 'damaged';
  }
  const all = new Uint8Array(size);
  let offset = 0;
  for (const chunk of chunks) {
    all.set(chunk, offset);
    offset += chunk.length;
  }
  return { json: strFromU8(all) };
}

function isContent(value: unknown): value is Omit<SharedCode, 'lab'> {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const { edition, files } = value as Partial<SharedCode>;
  return (
    isEdition(edition) &&
    typeof files === 'object' &&
    files !== null &&
    !Array.isArray(files) &&
    Object.values(files).every((code) => typeof code === 'string')
  );
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) {
    binary += String.fromCharCode(byte);
  }
  return btoa(binary)
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array {
  const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
