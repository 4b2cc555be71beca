import type {
  CaseExpectation,
  EvalComparison,
  EvalCourse,
  EvalDraftCase,
  EvalEstimate,
  EvalGround,
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
  estimate(variant: string, ground?: EvalGround): Promise<EvalEstimate>;
  /**
   * Starts a run, or goes on with one of the same settings that was cut short; ready when its first line is written.
   * @throws {TutorError} `conflict` while another one is running; `not-found`; `bad-request` for no case of one's own;
   * `eval-failed`
   */
  start(variant: string, ground?: EvalGround): Promise<EvalRun>;
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
  /**
   * Says what a right answer to a draft case is.
   * @throws {TutorError} `not-found`
   */
  expect(caseId: string, expectation: CaseExpectation): Promise<readonly EvalDraftCase[]>;
  course(): Promise<EvalCourse>;
  /** Ends what is running. */
  close(): Promise<void>;
};
