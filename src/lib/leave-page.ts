/**
 * Asked before a page is loaded anew without the reader's hand. Whoever holds
 * something that would be lost calls `preventDefault`.
 */
export const LEAVE_EVENT = 'guide:leave';

export function mayLeave(): boolean {
  return dispatchEvent(new Event(LEAVE_EVENT, { cancelable: true }));
}
