import {
  type FocusEvent,
  type KeyboardEvent,
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';

/**
 * A playground over the whole window, code beside figure. The section becomes
 * a popover where it stands: a move in the document would lose its focus.
 */
export function useExpansion() {
  const [isExpanded, setIsExpanded] = useState(false);
  const ref = useRef<HTMLElement>(null);

  // Without its attribute the section is an ordinary one again.
  useLayoutEffect(() => {
    if (!isExpanded) {
      return;
    }
    ref.current?.showPopover();
    // For a rule with `:has()` the browser would search the whole page.
    const page = document.documentElement;
    page.setAttribute('data-expanded', '');
    return () => page.removeAttribute('data-expanded');
  }, [isExpanded]);

  return {
    ref,
    isExpanded,
    toggle: useCallback(() => setIsExpanded((value) => !value), []),
    /** The editor has its own use of Escape, and says so. */
    onKeyDown(event: KeyboardEvent) {
      if (event.key === 'Escape' && !event.defaultPrevented) {
        setIsExpanded(false);
      }
    },
    /** Who tabs out of it is on the page again. */
    onBlur(event: FocusEvent) {
      const { relatedTarget } = event;
      if (relatedTarget !== null && !ref.current?.contains(relatedTarget)) {
        setIsExpanded(false);
      }
    },
  };
}
