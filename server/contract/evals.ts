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
  readonly cases: number;
  readonly of: number;
};

/** One entry of `GET /api/trainer/evals/variants`. */
export type EvalVariant = {
  readonly id: string;
  readonly description: string;
  readonly model: string;
  /** Set for a prompt version that has not been given a file: see {@link PromptVersion}. */
  readonly prompt: number | null;
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

/** `POST /api/trainer/evals/runs`: starts one; `POST /api/trainer/evals/runs/:run/stop` ends it. */
export const startRunRequest = z.strictObject({ variant: z.string().min(1).max(100) });
export type StartRunRequest = z.infer<typeof startRunRequest>;

/** `GET /api/trainer/evals/compare?run=&baseline=` */
export type EvalComparison = {
  readonly run: EvalRun;
  readonly baseline: EvalRun | null;
  /** Why nothing may be concluded; empty for valid runs. */
  readonly voids: readonly string[];
  readonly metrics: readonly EvalMetric[];
  readonly gates: readonly {
    readonly gate: string;
    readonly verdict: 'pass' | 'fail' | 'underpowered' | 'void';
    readonly detail: string;
  }[];
  /** Cases of the dev split, worst first. */
  readonly regressions: readonly EvalCaseChange[];
  readonly improvements: readonly EvalCaseChange[];
};

export type EvalMetric = {
  /** `<suite>.<metric>` */
  readonly metric: string;
  readonly n: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Run minus baseline; `null` without one. */
  readonly delta: number | null;
  readonly deltaLow: number | null;
  readonly deltaHigh: number | null;
  readonly verdict: 'better' | 'worse' | 'no difference shown' | null;
};

export type EvalCaseChange = {
  readonly caseId: string;
  readonly metric: string;
  readonly question: string;
  readonly before: string;
  readonly after: string;
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
};

/** `POST /api/trainer/prompts`: a new version, which does not serve yet. */
export const newPromptRequest = z.strictObject({
  text: z.string().trim().min(1).max(20_000),
  note: z.string().trim().max(200),
});
export type NewPromptRequest = z.infer<typeof newPromptRequest>;

/** `POST /api/trainer/evals/cases`: makes a draft case of a shared turn. */
export const newCaseRequest = z.strictObject({ turnId: z.uuid() });
export type NewCaseRequest = z.infer<typeof newCaseRequest>;
export type NewCaseView = { readonly caseId: string; readonly replaced: number };
