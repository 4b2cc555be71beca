import { useCallback, useEffect, useRef, useState } from 'react';
import { networkFailure } from '../../api/failure.ts';
import { getJson, type Fetched } from '../../api/get-json.ts';

/** After so long, in milliseconds, an answer is no longer waited for. */
const patience = 20_000;

/** Something of the server's, as it was last heard. */
export type Resource<T> = {
  /** Null until the server has answered. */
  readonly state: Fetched<T> | null;
  /** Asks again; what is shown stays until the answer is there, except for a failure. */
  readonly reload: () => void;
  /** Takes over what a change answered. */
  readonly replace: (value: T) => void;
};

/** Gets a JSON document of our own server; the answer to the last request wins. */
export function useResource<T>(path: string): Resource<T> {
  const [held, setHeld] = useState<{ readonly path: string; readonly state: Fetched<T> | null }>({
    path,
    state: null,
  });
  const asked = useRef(0);
  const ask = useCallback(() => {
    const number = ++asked.current;
    void withPatience(getJson<T>(path)).then((state) => {
      if (number === asked.current) setHeld({ path, state });
    });
  }, [path]);
  useEffect(() => {
    ask();
    // Whoever has left wants no answer any more.
    return () => void (asked.current += 1);
  }, [ask]);
  const reload = useCallback(() => {
    setHeld((before) =>
      before.path === path && before.state?.ok ? before : { path, state: null },
    );
    ask();
  }, [path, ask]);
  const replace = useCallback(
    (value: T) => {
      asked.current += 1;
      setHeld({ path, state: { ok: true, value } });
    },
    [path],
  );
  return { state: held.path === path ? held.state : null, reload, replace };
}

/** A request that never ends is given up, as one that failed. */
async function withPatience<T>(request: Promise<Fetched<T>>): Promise<Fetched<T>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Fetched<T>>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, failure: networkFailure }), patience);
  });
  try {
    return await Promise.race([request, late]);
  } finally {
    clearTimeout(timer);
  }
}
