import type { Bank } from '~/lib/interview/bank';

/** Rejects with words if there is no network and the file is not stored. */
export async function loadBank(url: string): Promise<Bank> {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`HTTP ${response.status}`);
  }
  return response.json();
}
