import { z } from 'zod';

/** One entry of `GET /api/trainer/evals/runs`, newest first. */
export type EvalRun = {
  readonly run: string;
  readonly variant: string;
  /** `offline`, `recorded` or the endpoint's model. */
  readonly model: string;
  readonly suites: readonly string[];
  readonly splits: readonly ('dev' | 'test')[];
  /** ISO 8601. */
  readonly startedAt: string;
  readonly status: 'running' | 'complete' | 'cut-short';
  /** Cases that are done, times how often each is asked. */
  readonly cases: number;
  readonly of: number;
  /** What stopped it where it stopped by itself, as the program said it: one English sentence; `null` otherwise. */
  readonly problem: string | null;
};

/** One entry of `GET /api/trainer/evals/variants`. */
export type EvalVariant = {
  readonly id: string;
  readonly description: string;
  readonly model: string;
  /** Set for a prompt version, which has no file: see {@link PromptVersion}. */
  readonly prompt: number | null;
  /** True for the one that answers students now. */
  readonly serving: boolean;
};

/** `GET /api/trainer/evals/estimate?variant=`: from above. */
export type EvalEstimate = {
  readonly cases: number;
  readonly cached: number;
  readonly calls: number;
  readonly tokensIn: number;
  readonly tokensOut: number;
  /** US dollars; `null` for a model whose price is not known; 0 offline. */
  readonly costUsd: number | null;
};

/** What is measured: the cases that come with Repère, on its own course, or the trainer's, on the course that serves. */
export const evalGrounds = ['shipped', 'own'] as const;
export type EvalGround = (typeof evalGrounds)[number];

/** The suite of a run on the trainer's own cases. */
export const ownCases = 'own-cases';

/** `POST /api/trainer/evals/runs`: starts one; `POST /api/trainer/evals/runs/:run/stop` ends it. */
export const startRunRequest = z.strictObject({
  variant: z.string().min(1).max(100),
  /** `shipped` where it is left out. */
  ground: z.enum(evalGrounds).optional(),
});
export type StartRunRequest = z.infer<typeof startRunRequest>;

/**
 * `GET /api/trainer/evals/compare?run=&baseline=`, the baseline left out for one run alone; the same in one file as
 * `GET /api/trainer/evals/report?run=&baseline=`. Cases of the test split are counted and never shown.
 */
export type EvalComparison = {
  readonly run: EvalRun;
  readonly baseline: EvalRun | null;
  /** Why nothing may be concluded; empty for valid runs. */
  readonly voids: readonly EvalVoid[];
  readonly metrics: readonly EvalMetric[];
  readonly gates: readonly EvalGate[];
  /** Cases of the dev split, worst first; the first {@link shownChanges} of them. */
  readonly regressions: readonly EvalCaseChange[];
  readonly improvements: readonly EvalCaseChange[];
  /** How many there are in all. */
  readonly regressed: number;
  readonly improved: number;
  /** The trainer's own cases of the run that were not dealt with as expected. */
  readonly missed: readonly EvalMissedCase[];
};

export type EvalMissedCase = Pick<EvalCaseChange, 'caseId' | 'language' | 'turns'> & {
  readonly reply: EvalReply;
};

/** Most cases that a comparison shows of each kind. */
export const shownChanges = 60;

export type EvalVoid = {
  readonly of: 'run' | 'baseline';
  /** `errors`: too many cases could not be asked; `unsound`: the numbers themselves cannot be right. */
  readonly why: 'empty' | 'incomplete' | 'cut-short' | 'errors' | 'unsound' | 'same-run';
};

/** A condition that runs are held to, `evals/gates.yaml`. */
export type EvalGate = {
  readonly metric: string;
  /** Left out where it holds for every split. */
  readonly split?: 'dev' | 'test';
  readonly class: 'invariant' | 'bound' | 'non-inferiority' | 'advisory';
  /** `underpowered`: too few cases to tell. */
  readonly verdict: 'pass' | 'fail' | 'underpowered' | 'void';
  readonly asked:
    | { readonly kind: 'every-case' }
    | { readonly kind: 'at-least' | 'at-most' | 'loss-at-most'; readonly limit: number };
};

export type EvalMetric = {
  /** `<suite>.<metric>` */
  readonly metric: string;
  /** `share` when every case passes or fails. */
  readonly kind: 'share' | 'mean';
  readonly better: 'higher' | 'lower';
  readonly n: number;
  readonly value: number | null;
  /** 95 % interval. */
  readonly low: number | null;
  readonly high: number | null;
  /** Run minus baseline over the cases that both have; `null` without one. */
  readonly delta: number | null;
  readonly deltaLow: number | null;
  readonly deltaHigh: number | null;
  /** Cases won and lost. */
  readonly wins: number;
  readonly losses: number;
  readonly verdict: 'better' | 'worse' | 'no difference shown' | null;
};

export type EvalCaseChange = {
  readonly suite: string;
  readonly caseId: string;
  /** Language of what the student says. */
  readonly language: string;
  /** What the student says, in order. */
  readonly turns: readonly string[];
  /** What moved, most first. */
  readonly scores: readonly {
    readonly metric: string;
    readonly before: number;
    readonly after: number;
  }[];
  /** What came of it: the answer, or for retrieval the first passages. */
  readonly before: EvalReply;
  readonly after: EvalReply;
};

export type EvalReply = {
  /** A `Decision` where there was one; empty otherwise. */
  readonly decision: string;
  readonly text: string;
  /** Sections of the first passages, best first. */
  readonly found: readonly string[];
};

/** A version of the rules of the answer prompt. 0 is the one in the program; the others are edited here. */
export type PromptVersion = {
  readonly version: number;
  readonly text: string;
  readonly note: string;
  /** ISO 8601; `null` for version 0. */
  readonly createdAt: string | null;
  /** True for the one that answers now. */
  readonly serving: boolean;
  /** What the tutor needs its rules to ask of a model, and these do not; empty for good ones. */
  readonly missing: readonly PromptNeed[];
};

/**
 * `citation`: that every claim is followed by `[[n|quotation]]`, without which nothing can be verified; `abstain` and
 * `clarify`: how a model says that the course does not answer, or asks back; `data`: that orders in the sources and the
 * question are not to be followed; `explain`: that deliverables are explained and not handed in.
 */
export const promptNeeds = ['citation', 'abstain', 'clarify', 'data', 'explain'] as const;
export type PromptNeed = (typeof promptNeeds)[number];

/**
 * `GET /api/trainer/prompts`, newest first, and what every change of them answers;
 * `POST /api/trainer/prompts/:version/serve` lets one answer from now on.
 */
export type PromptsView = {
  readonly versions: readonly PromptVersion[];
  /** Whether a language model reads the rules: the offline model does not, whichever serve. */
  readonly read: boolean;
};

/** `POST /api/trainer/prompts`: a new version, which does not serve yet. */
export const newPromptRequest = z.strictObject({
  text: z.string().trim().min(1).max(20_000),
  note: z.string().trim().max(200),
});
export type NewPromptRequest = z.infer<typeof newPromptRequest>;

/** `GET /api/trainer/evals/course`: whether the course that serves is the one that the cases of Repère are about. */
export type EvalCourse = { readonly shipped: boolean };

/**
 * `PUT /api/trainer/evals/cases/:id/expectation`: what a right answer is; answered with all cases. A fact is a wording
 * that the answer must hold, case and accents apart.
 */
export const expectationRequest = z.strictObject({
  decision: z.enum(['answer', 'abstain']),
  facts: z.array(z.string().trim().min(1).max(200)).max(10),
});
export type CaseExpectation = Readonly<z.infer<typeof expectationRequest>>;

/**
 * One entry of `GET /api/trainer/evals/cases`: a case that was made of what a student shares, newest first. It counts
 * in a run on the trainer's own cases; passed or failed only where somebody has said what a right answer is.
 */
export type EvalDraftCase = {
  readonly caseId: string;
  readonly language: string;
  readonly turns: readonly string[];
  /** What the tutor answered when it was made; `null` where that was not kept. */
  readonly text: string | null;
  /** What a right answer is; `null` until the trainer says so. */
  readonly expects: CaseExpectation | null;
};

/** `POST /api/trainer/evals/cases`: makes a draft case of a shared turn. */
export const newCaseRequest = z.strictObject({ turnId: z.uuid() });
export type NewCaseRequest = z.infer<typeof newCaseRequest>;
export type NewCaseView = { readonly caseId: string; readonly replaced: number };
