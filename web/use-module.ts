import { useCallback, useEffect, useState } from 'react';

/** A module that is fetched when it is first needed. */
export type LoadedModule<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; retry(): void }
  | { readonly status: 'ready'; readonly module: T };

/**
 * Fetches a part of the page's program. Not `React.lazy`: when the network fails that one throws for ever, and what
 * stands around it goes with it.
 * @param load must be the same function at every call
 */
export function useModule<T>(load: () => Promise<T>): LoadedModule<T> {
  const [loaded, setLoaded] = useState<{ readonly module: T } | 'loading' | 'failed'>('loading');
  const fetchModule = useCallback(() => {
    load().then(
      (module) => setLoaded({ module }),
      () => setLoaded('failed'),
    );
  }, [load]);
  useEffect(fetchModule, [fetchModule]);
  const retry = () => {
    setLoaded('loading');
    fetchModule();
  };
  if (loaded === 'loading') return { status: 'loading' };
  if (loaded === 'failed') return { status: 'failed', retry };
  return { status: 'ready', module: loaded.module };
}
