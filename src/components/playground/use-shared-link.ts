import type { Lab } from '@runnable-guide/labs/lab';
import { useCallback, useEffect, useState } from 'react';
import { sharedLabOf } from '~/lib/share-fragment';
import type { SharedCode, ShareProblem } from '~/lib/share-link';
import { originalsOf } from './use-workspace';

interface Reading {
  code: SharedCode | null;
  /** `foreign`: the link names files that this lab does not have. */
  problem: ShareProblem | 'foreign' | null;
  /** The address carries code for this lab that nobody has decided about. */
  isPending: boolean;
}

export interface SharedLink extends Reading {
  /** The files the link's code was made from. */
  originals: Readonly<Record<string, string>>;
  discard: () => void;
}

const NOTHING: Reading = { code: null, problem: null, isPending: false };

/** The code that the address carries for this lab, if it does. Never run. */
export function useSharedLink(id: string, lab: Lab): SharedLink {
  const [reading, setReading] = useState<Reading>(() => ({
    ...NOTHING,
    isPending: sharedLabOf(location.hash) === id,
  }));

  useEffect(() => {
    let isGone = false;
    const read = async () => {
      const result = await readFragment(id, lab);
      if (!isGone) {
        setReading(result);
      }
    };
    const onChange = () => void read();
    onChange();
    addEventListener('hashchange', onChange);
    return () => {
      isGone = true;
      removeEventListener('hashchange', onChange);
    };
  }, [id, lab]);

  const discard = useCallback(() => {
    history.replaceState(null, '', location.pathname + location.search);
    setReading(NOTHING);
  }, []);
  return {
    ...reading,
    originals: originalsOf(lab, reading.code?.edition ?? 'solution'),
    discard,
  };
}

async function readFragment(id: string, lab: Lab): Promise<Reading> {
  const fragment = location.hash;
  if (sharedLabOf(fragment) !== id) {
    return NOTHING;
  }
  const { decodeShare } = await import('~/lib/share-link');
  const code = decodeShare(fragment);
  if (typeof code === 'string') {
    return { code: null, problem: code, isPending: false };
  }
  const originals = originalsOf(lab, code.edition);
  const isForeign =
    Object.keys(code.files).some((path) => !Object.hasOwn(originals, path)) ||
    (code.edition !== 'solution' && lab[code.edition] === undefined);
  return isForeign
    ? { code: null, problem: 'foreign', isPending: false }
    : { code, problem: null, isPending: true };
}
