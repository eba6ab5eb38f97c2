import type { Lab } from '@runnable-guide/labs/lab';
import { useCallback, useEffect, useState } from 'react';
import type { SharedCode, ShareProblem } from '~/lib/share-link';
import { changesBetween } from './file-changes';
import { labOfLink } from './lab-of-link';
import { originalsOf } from './use-workspace';

interface Reading {
  code: SharedCode | null;
  /** `foreign`: the link names another lab, or files that this one lacks. */
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
    isPending: labOfLink() === id,
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
  if (labOfLink() !== id) {
    return NOTHING;
  }
  const { decodeShare } = await import('~/lib/share-link');
  const code = decodeShare(location.hash);
  if (typeof code === 'string') {
    return { code: null, problem: code, isPending: false };
  }
  const originals = originalsOf(lab, code.edition);
  const isForeign =
    code.lab !== id ||
    Object.keys(code.files).some((path) => !Object.hasOwn(originals, path)) ||
    (code.edition !== 'solution' && lab[code.edition] === undefined);
  if (isForeign) {
    return { code: null, problem: 'foreign', isPending: false };
  }
  // Nothing in it differs: there is nothing to decide.
  return changesBetween(originals, { ...originals, ...code.files }).length > 0
    ? { code, problem: null, isPending: true }
    : NOTHING;
}
