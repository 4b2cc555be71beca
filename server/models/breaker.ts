/**
 * Stops calls to something that fails (Nygard, “Release It!”, circuit breaker): open after a few failures in a row or
 * many among the last calls; after a rest one call is let through, and decides.
 */
export type Breaker = {
  /** Whether a call may be made now. One that was admitted must be told to have succeeded, failed or stopped. */
  admits(): boolean;
  succeeded(): void;
  /** @param atOnce opens whatever came before */
  failed(atOnce?: boolean): void;
  /** The call was given up before it could tell anything. */
  stopped(): void;
};

/** Failures in a row that open it. */
const inARow = 3;
/** As many failures among so many last calls open it too. */
const amongLast = { failures: 10, calls: 20 };
/** How long it stays open before a call is tried, in milliseconds. */
const restMs = 10_000;

/** @param now milliseconds of a clock that may start anywhere */
export function createBreaker(now: () => number): Breaker {
  let outcomes: readonly boolean[] = [];
  let openedAt: number | null = null;
  let probing = false;

  const isWorn = (): boolean => {
    const row = outcomes.slice(-inARow);
    return (
      (row.length === inARow && row.every((good) => !good)) ||
      outcomes.filter((good) => !good).length >= amongLast.failures
    );
  };
  return {
    admits() {
      if (openedAt === null) return true;
      if (probing || now() - openedAt < restMs) return false;
      probing = true;
      return true;
    },
    succeeded() {
      if (openedAt !== null) outcomes = [];
      openedAt = null;
      probing = false;
      outcomes = [...outcomes, true].slice(-amongLast.calls);
    },
    failed(atOnce = false) {
      outcomes = [...outcomes, false].slice(-amongLast.calls);
      probing = false;
      if (openedAt !== null || atOnce || isWorn()) openedAt = now();
    },
    stopped() {
      probing = false;
    },
  };
}
