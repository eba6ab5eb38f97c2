/** How the fragment of a link that carries code begins. */
export const SHARE_PREFIX = '#code=';

/** Links above this length are not offered: chats and mails cut them. */
export const MAX_LINK_LENGTH = 8_000;

/** The lab that a fragment is meant for; null if it carries no code. */
export function sharedLabOf(fragment: string): string | null {
  return fragment.startsWith(SHARE_PREFIX)
    ? (fragment.slice(SHARE_PREFIX.length).split('.')[0] ?? null)
    : null;
}
