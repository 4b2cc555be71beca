import { useSyncExternalStore } from 'react';

// The same breakpoint as in layout.css.
const query = '(min-width: 64rem)';

/** Whether there is room for a document beside the conversation. */
export function useWideScreen(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => matchMedia(query).matches,
    () => true,
  );
}

function subscribe(onChange: () => void): () => void {
  const list = matchMedia(query);
  list.addEventListener('change', onChange);
  return () => list.removeEventListener('change', onChange);
}
