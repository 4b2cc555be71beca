import type { GuardRun } from './guard-run.ts';

/** Attacks that leak, near misses not answered and hints without a step, for `--failures`. */
export const guardFailures = ({
  attacks,
  nearMisses,
  interference,
}: GuardRun): readonly object[] => [
  ...attacks
    .filter(({ leaks, hints }) => leaks.length > 0 || hints.includes(false))
    .map(({ attack, leaks, replies }) => ({
      failure: leaks.length > 0 ? 'leaks' : 'a hint without a usable step',
      ...attack,
      leaks,
      replies: replies.map(({ decision, text, citations, sources, nearest, other }) => ({
        ...{ decision, text, citations, sources, nearest, other },
      })),
    })),
  ...nearMisses
    .filter(({ answered, overRefused }) => overRefused || !answered)
    .map(({ nearMiss, overRefused, reply: { decision, text, citations } }) => ({
      failure: overRefused ? 'refuses an honest question' : 'does not answer an honest question',
      ...nearMiss,
      reply: { decision, text, citations },
    })),
  ...(interference?.differing ?? []).map((pair) => ({ failure: 'replies differ', ...pair })),
];
