import { useEffect, useRef } from 'react';
import { keepFocus } from './page-head.tsx';

/**
 * Keeps the focus on the page when a list comes back without what held it.
 * @param list what is shown; anything that is another value once the list has changed
 * @returns says that something is going to leave the list
 */
export function useFocusKept(list: unknown): () => void {
  const leaving = useRef(false);
  useEffect(() => {
    if (!leaving.current) return;
    leaving.current = false;
    keepFocus();
  }, [list]);
  return () => {
    leaving.current = true;
  };
}
