import type { GuessLimits } from './guess-throttle.ts';

/** At most so many, within a time in milliseconds. */
export type Rate = { readonly limit: number; readonly windowMs: number };

/** How often things may be done. All but questions is counted in memory and begins anew with the server. */
export type Limits = {
  /** Wrong class and recovery codes, and apart from them wrong trainer's tokens; not what could be no code at all. */
  readonly guesses: GuessLimits;
  /** Requests to the API, of one address, which may be that of a whole school, and of one student or trainer. */
  readonly requests: { readonly perAddress: Rate; readonly perCaller: Rate };
  /** Entries from one address, as a student or a trainer, right or wrong. */
  readonly entries: Rate;
  /** Questions of one student, as they are stored: a server that begins anew counts them still. */
  readonly questions: readonly Rate[];
  /** Answers under way at once, of all students; by default 32. The endpoint's own limit is reached long before. */
  readonly answersAtOnce?: number;
  /** Drafts that one student sends; how often one task's may be read in a day is counted with the drafts. */
  readonly drafts: readonly Rate[];
};

const minute = 60_000;
const day = 1_440 * minute;

/** The limits of a server in use. */
export const usualLimits: Limits = {
  guesses: {
    perAddress: { limit: 10, windowMs: 15 * minute },
    // Short, so that who attacks from many addresses keeps the others out for a minute at most.
    inAll: { limit: 200, windowMs: minute },
  },
  requests: {
    perAddress: { limit: 3_000, windowMs: minute },
    perCaller: { limit: 300, windowMs: minute },
  },
  entries: { limit: 200, windowMs: 15 * minute },
  questions: [
    { limit: 10, windowMs: minute },
    { limit: 50, windowMs: day },
  ],
  drafts: [{ limit: 4, windowMs: minute }],
};

/** What a connection may bring and how long it may take, whatever is asked. Times in milliseconds. */
export const connectionLimits = {
  /** For the headers of a request, then for all of it: a document of 5 MB at 1 Mbit/s takes 40 s. */
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  /** For the next request on a connection that is kept. */
  keepAliveTimeout: 5_000,
  /**
   * The same for proxies, which keep theirs for up to two minutes: a connection that closes just as a request comes on
   * it is a "502 Bad Gateway" for somebody.
   */
  proxyKeepAliveTimeout: 130_000,
  /** How often the times are looked at. */
  connectionsCheckingInterval: 5_000,
  /** Bytes of all headers. */
  maxHeaderSize: 16 * 1024,
  /** Headers; those beyond are not read. */
  maxHeadersCount: 100,
  maxConnections: 4_000,
} as const;
