import type { GuessLimits } from './guess-throttle.ts';

/** At most so many, within a time in milliseconds. */
export type Rate = { readonly limit: number; readonly windowMs: number };

const minute = 60_000;

/** How often things may be done. All is counted in memory and begins anew with the server. */
export type Limits = {
  /** Wrong class and recovery codes, and apart from them wrong trainer's tokens. */
  readonly guesses: GuessLimits;
};

/** The limits of a server in use. */
export const usualLimits: Limits = {
  guesses: {
    perAddress: { limit: 10, windowMs: 15 * minute },
    // Short, so that who attacks from many addresses keeps the others out for a minute at most.
    inAll: { limit: 200, windowMs: minute },
  },
};
