import type { Course } from '../bench/course.ts';
import type { Split } from '../cases/load-cases.ts';
import type { RunOutput, Score } from '../runs/run-row.ts';

/** One number that a suite gives for a case. */
export type Metric = {
  /** `<suite>.<what>` */
  readonly name: string;
  /** A verdict is 0 or 1 and is compared by McNemar's test; anything else by its mean. */
  readonly kind: 'verdict' | 'mean';
  readonly better: 'higher' | 'lower';
};

/** What came of one case. */
export type Outcome = {
  readonly output: Omit<RunOutput, 'promptSha'> | null;
  readonly scores: readonly Score[];
  readonly ttftMs: number | null;
  readonly totalMs: number;
};

/** A case ready to be run. */
export type SuiteCase = {
  readonly id: string;
  readonly split: Split;
  readonly lang: string;
  /** Cases that share a document or a wording. */
  readonly cluster: string;
  readonly tags: readonly string[];
  readonly family?: string;
  /** What the student says. */
  readonly turns: readonly string[];
  /** Everything that makes the case what it is, for its hash. */
  readonly content: unknown;
  run(signal: AbortSignal): Promise<Outcome>;
};

/** Cases of one kind, run through the tutor that a variant describes, and what is measured on them. */
export type CaseSuite = {
  readonly name: string;
  readonly metrics: readonly Metric[];
  /** Whether every turn of a case may cost a call of the model. */
  readonly asksModel: boolean;
  /** Measures time: says something only of this machine and this moment, so nothing is taken over or kept. */
  readonly timed?: true;
  /**
   * @param onEnd takes what is to be closed when the last case has ended
   * @throws {Error} naming file and line of every case that is wrong
   */
  prepare(
    course: Course,
    split: Split,
    onEnd: (close: () => Promise<void>) => void,
  ): Promise<readonly SuiteCase[]>;
};
