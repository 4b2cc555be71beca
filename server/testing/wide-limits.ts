import type { Limits } from '../http/limits.ts';

const wide = { limit: 1_000_000, windowMs: 60_000 };

/** Limits that a test or an eval, which is a whole school in one minute, does not meet. */
export const wideLimits: Limits = {
  guesses: { perAddress: wide, inAll: wide },
  requests: { perAddress: wide, perCaller: wide },
  entries: wide,
  questions: [wide],
  drafts: [wide],
};
