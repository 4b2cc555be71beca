import { useCallback, useEffect, useState } from 'react';
import { networkFailure } from '../../api/failure.ts';
import { type Fetched, getJson } from '../../api/get-json.ts';

/** A computation of the server's is given up after so long, in milliseconds: on a busy machine it waits its turn. */
const patience = 120_000;

/** What the server computes, or `null` until it has; `retry` asks again. */
export type SlowJson<T> = { readonly state: Fetched<T> | null; readonly retry: () => void };

/** Asks for something that takes the server some seconds; nothing for `null`. Leaving the page gives it up. */
export function useSlowJson<T>(path: string | null): SlowJson<T> {
  const [held, setHeld] = useState<{ path: string | null; state: Fetched<T> } | null>(null);
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (path === null) return;
    let left = false;
    const take = (state: Fetched<T>) => {
      if (!left) setHeld({ path, state });
      left = true;
    };
    const late = setTimeout(() => take({ ok: false, failure: networkFailure }), patience);
    void getJson<T>(path).then(take);
    return () => {
      left = true;
      clearTimeout(late);
    };
  }, [path, attempt]);
  const retry = useCallback(() => {
    setHeld(null);
    setAttempt((number) => number + 1);
  }, []);
  return { state: held !== null && held.path === path ? held.state : null, retry };
}
