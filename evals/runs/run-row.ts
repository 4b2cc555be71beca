import { z } from 'zod';

/** What was measured with: enough to say whether two rows can be compared, and to make a row again. */
const variantRef = z.strictObject({
  id: z.string(),
  /** Of everything below and the program's own source: rows of equal hash may stand for each other. */
  hash: z.string(),
  /** `offline`, `recorded`, or the endpoint's model name. */
  model: z.string(),
  promptHash: z.string(),
  corpusHash: z.string(),
  gitSha: z.string(),
});

const score = z.strictObject({
  /** `<suite>.<metric>`, see `evals/suites/metrics.ts`. */
  metric: z.string(),
  /** `null` where the metric does not apply to this case; `naReason` says why. */
  value: z.number().nullable(),
  naReason: z.string().optional(),
  /** What the value rests on, for whoever doubts it. */
  evidence: z.unknown().optional(),
});

const output = z.strictObject({
  decision: z.string(),
  /** As shown, markers included. Empty for cases of the test split, which nobody looks at. */
  text: z.string(),
  /** Of each turn of a conversation, where a suite judges them all; the last one is `text`. */
  replies: z.array(z.string()).optional(),
  citations: z.array(
    z.strictObject({ doc: z.string(), start: z.number(), end: z.number(), quote: z.string() }),
  ),
  retrieved: z.array(
    z.strictObject({
      doc: z.string(),
      start: z.number(),
      end: z.number(),
      rank: z.number(),
      section: z.string(),
    }),
  ),
  promptSha: z.string(),
});

/** One line of a run: one case, one trial. */
export const runRow = z.strictObject({
  kind: z.literal('row'),
  run: z.string(),
  variant: variantRef,
  suite: z.string(),
  caseId: z.string(),
  /** Of the case's own line: a changed case is another case. */
  caseHash: z.string(),
  split: z.enum(['dev', 'test']),
  lang: z.string(),
  /** Cases that share a document or a wording: the unit that the bootstrap draws. */
  cluster: z.string(),
  tags: z.array(z.string()),
  /** Family of an attack or a near miss. */
  family: z.string().optional(),
  /** What the student said. Empty for cases of the test split. */
  turns: z.array(z.string()),
  turnCount: z.number(),
  /** From 0. */
  trial: z.number(),
  status: z.enum(['ok', 'error', 'timeout', 'skipped']),
  error: z.string().optional(),
  output: output.nullable(),
  scores: z.array(score),
  timing: z.strictObject({
    /** Of the last turn; `null` when it said nothing. */
    ttftMs: z.number().nullable(),
    totalMs: z.number(),
    /** Taken over from an earlier run: says nothing about speed. */
    cached: z.boolean(),
  }),
  usage: z.strictObject({
    in: z.number(),
    out: z.number(),
    /** Counted from characters, not by the provider. */
    estimated: z.boolean(),
    costUsd: z.number().nullable(),
  }),
});

/** First line of a run. */
export const runHeader = z.strictObject({
  kind: z.literal('run'),
  run: z.string(),
  startedAt: z.iso.datetime(),
  /** Of the process that writes, to tell a killed run from one that goes on. */
  pid: z.number(),
  variant: variantRef,
  suites: z.array(z.string()),
  splits: z.array(z.enum(['dev', 'test'])),
  trials: z.number(),
  seed: z.number(),
  /** Of every case of the run. */
  datasetHash: z.string(),
  /** Rows that a whole run has. */
  expected: z.number(),
  /** What to type for the same run. */
  command: z.string(),
});

/** Last line of a run that was not cut short. */
export const runEnd = z.strictObject({
  kind: z.literal('end'),
  run: z.string(),
  finishedAt: z.iso.datetime(),
  costUsd: z.number().nullable(),
});

export type VariantRef = z.infer<typeof variantRef>;
export type Score = z.infer<typeof score>;
export type RunOutput = z.infer<typeof output>;
export type RunRow = z.infer<typeof runRow>;
export type RunHeader = z.infer<typeof runHeader>;
export type RunEnd = z.infer<typeof runEnd>;

/** A run as it is read back. */
export type Run = {
  readonly header: RunHeader;
  readonly rows: readonly RunRow[];
  /** `null` for a run that was cut short. */
  readonly end: RunEnd | null;
};
