import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sharedLabOf } from './share-fragment';
import { decodeShare, encodeShare, type SharedCode } from './share-link';
import { textHash } from './text-hash';

const code: SharedCode = {
  lab: 'k-means',
  edition: 'solution',
  files: { '/main.ts': 'console.log("簇 🙂");\n' },
};

function fragmentOf(content: string, version = '1'): string {
  const base64 = Buffer.from(deflateSync(strToU8(content))).toString(
    'base64url',
  );
  return `#code=k-means.${version}.${textHash(content)}.${base64}`;
}

describe('encodeShare and decodeShare', () => {
  it('give back what went in', () => {
    expect(decodeShare(encodeShare(code))).toEqual(code);
  });

  it('give back any text', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.string({ unit: 'binary' })),
        (files) => {
          const shared = { ...code, files };
          expect(decodeShare(encodeShare(shared))).toEqual(shared);
        },
      ),
    );
  });

  it('use only characters that survive in an address', () => {
    expect(encodeShare(code)).toMatch(/^#code=[\w.-]+$/);
  });
});

describe('decodeShare', () => {
  it('names a newer version', () => {
    expect(decodeShare(fragmentOf('{}', '2'))).toBe('version');
  });

  it.each([
    ['nothing after the lab', '#code=k-means'],
    ['no payload', '#code=k-means.1.'],
    ['a payload that is not base64', '#code=k-means.1.%%%'],
    ['a payload that is not compressed', '#code=k-means.1.aGVsbG8'],
    ['text that is not JSON', fragmentOf('not json')],
    ['an array of files', fragmentOf('{"edition":"solution","files":[]}')],
    [
      'a number for a file',
      fragmentOf('{"edition":"solution","files":{"/a":1}}'),
    ],
    ['an unknown edition', fragmentOf('{"edition":"x","files":{}}')],
    ['a version that is no number', '#code=k-means.x.aa'],
  ])('calls %s damaged', (_, fragment) => {
    expect(decodeShare(fragment)).toBe('damaged');
  });

  it('calls every cut of a link damaged', () => {
    const whole = encodeShare(code);
    for (
      let length = '#code=k-means.1'.length;
      length < whole.length;
      length += 1
    ) {
      expect(decodeShare(whole.slice(0, length))).toBe('damaged');
    }
  });

  it('notices a single letter that has changed', () => {
    const whole = encodeShare(code);
    for (let at = '#code=k-means.1.'.length; at < whole.length; at += 1) {
      const letter = whole[at] === 'A' ? 'B' : 'A';
      const altered = whole.slice(0, at) + letter + whole.slice(at + 1);
      // The last letter has bits to spare, which carry nothing.
      const read = decodeShare(altered);
      if (JSON.stringify(read) !== JSON.stringify(code)) {
        expect(read).toBe('damaged');
      } else {
        expect(at).toBe(whole.length - 1);
      }
    }
  });

  it('refuses a small link that unpacks to something huge', () => {
    const bomb = fragmentOf(
      JSON.stringify({
        edition: 'solution',
        files: { '/main.ts': 'a'.repeat(5_000_000) },
      }),
    );
    expect(bomb.length).toBeLessThan(20_000);
    expect(decodeShare(bomb)).toBe('oversized');
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        decodeShare(`#code=k-means.1.${text}`);
        decodeShare(text);
      }),
    );
  });
});

describe('sharedLabOf', () => {
  it('reads the lab and nothing else', () => {
    expect(sharedLabOf(encodeShare(code))).toBe('k-means');
    expect(sharedLabOf('#lab')).toBeNull();
    expect(sharedLabOf('')).toBeNull();
  });
});
