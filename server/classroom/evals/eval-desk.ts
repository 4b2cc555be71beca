import type {
  EvalComparison,
  EvalDraftCase,
  EvalEstimate,
  EvalRun,
  EvalVariant,
  NewCaseView,
} from '../../contract/evals.ts';

/** A shared question as it becomes a case: what the student said, in order, and what the tutor made of the last. */
export type SharedConversation = {
  readonly turns: readonly string[];
  readonly decision: string | null;
  readonly answer: string;
};

/**
 * Where a trainer measures the tutor. Whatever takes longer than reading a file happens in a process of its own, at a
 * low priority, so that students who ask meanwhile do not wait.
 */
export type EvalDesk = {
  /** Newest first. */
  runs(): Promise<readonly EvalRun[]>;
  variants(): Promise<readonly EvalVariant[]>;
  /** @throws {TutorError} `not-found`; `eval-failed` */
  estimate(variant: string): Promise<EvalEstimate>;
  /**
   * Starts a run, or goes on with one of the same settings that was cut short; ready when its first line is written.
   * @throws {TutorError} `conflict` while another one is running; `not-found`; `eval-failed`
   */
  start(variant: string): Promise<EvalRun>;
  /**
   * Ends a run; what it has measured stays.
   * @throws {TutorError} `not-found`; `conflict` for one that was not started here
   */
  stop(run: string): Promise<EvalRun>;
  /** @throws {TutorError} `not-found`; `eval-failed` */
  compare(run: string, baseline: string | null): Promise<EvalComparison>;
  /**
   * The same as one page of HTML.
   * @throws {TutorError} `not-found`; `eval-failed`
   */
  report(run: string, baseline: string | null): Promise<string>;
  /**
   * Adds a draft case, without what names a person as far as it is recognised.
   * @throws {TutorError} `eval-failed`
   */
  adopt(conversation: SharedConversation): Promise<NewCaseView>;
  /** The draft cases, newest first. */
  cases(): Promise<readonly EvalDraftCase[]>;
  /** Ends what is running. */
  close(): Promise<void>;
};
