import { useCallback, useEffect, useState } from 'react';
import type { SessionView } from '../../server/contract/access.ts';
import { accessRefused, type Failure } from '../api/failure.ts';
import { getJson, type Fetched } from '../api/get-json.ts';
import { enterOpenClass } from './enter-open-class.ts';
import { browserStorage, forgetKeptTexts, leftKey } from './kept-text.ts';

/** Why a person who was in no longer is. */
export type Departure = 'ended' | 'left' | 'deleted';

/** Who this browser is, as far as the server has said. */
export type SessionState =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly failure: Failure }
  | {
      readonly status: 'ready';
      readonly session: SessionView;
      /** Set once a student has gone: nobody is then let into an open class without being asked. */
      readonly departure: Departure | null;
    };

/** Who this browser is, and what the page may do about it. */
export type SessionHandle = {
  readonly state: SessionState;
  /** Takes over what an entering, or a leaving, has answered. */
  update(session: SessionView, departure?: Departure): void;
  /** Asks the server again. */
  reload(): void;
};

/**
 * Follows who this browser is. A visitor of a server with an open class is let in at once, unless `waits`: the
 * trainer's pages make no student of anybody.
 */
export function useSession(waits: boolean): SessionHandle {
  const [state, setState] = useState<SessionState>({ status: 'loading' });

  const take = useCallback((result: Fetched<SessionView>) => {
    setState((before) => {
      // Who is in and loses the network stays where they are.
      if (!result.ok) return isIn(before) ? before : { status: 'failed', failure: result.failure };
      const departure = before.status === 'ready' ? departureOf(before, result.value) : null;
      return { status: 'ready', session: result.value, departure };
    });
  }, []);

  const reload = useCallback(() => void getJson<SessionView>('/api/session').then(take), [take]);
  useEffect(reload, [reload]);
  useEffect(() => {
    // Another tab has left: the texts of this one go too.
    const onStorage = ({ key }: StorageEvent) => {
      if (key !== leftKey) return;
      forgetKeptTexts(browserStorage('with-the-tab'));
      reload();
    };
    addEventListener(accessRefused, reload);
    addEventListener('storage', onStorage);
    return () => {
      removeEventListener(accessRefused, reload);
      removeEventListener('storage', onStorage);
    };
  }, [reload]);

  const entersAlone =
    state.status === 'ready' &&
    state.session.student === null &&
    state.session.openClass !== null &&
    state.departure === null &&
    !waits;
  useEffect(() => {
    if (entersAlone) void enterOpenClass().then(take);
  }, [entersAlone, take]);

  return {
    state: entersAlone ? { status: 'loading' } : state,
    update: (session, departure) =>
      setState({ status: 'ready', session, departure: departure ?? null }),
    reload,
  };
}

const isIn = (state: SessionState): boolean =>
  state.status === 'ready' && (state.session.student !== null || state.session.trainer);

function departureOf(
  before: Extract<SessionState, { status: 'ready' }>,
  session: SessionView,
): Departure | null {
  if (session.student !== null) return null;
  return before.session.student === null ? before.departure : 'ended';
}
