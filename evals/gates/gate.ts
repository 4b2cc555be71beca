import { z } from 'zod';
import { findMetric } from '../suites/all-suites.ts';

const base = {
  metric: z.string().refine((name) => findMetric(name) !== undefined, 'is no metric of any suite'),
  split: z.enum(['dev', 'test', 'all']).default('all'),
  why: z.string().trim().min(1),
};
const share = z.number().min(0).max(1);
const limits = { atLeast: share.optional(), atMost: share.optional() };

const hasOneLimit = (gate: { atLeast?: number | undefined; atMost?: number | undefined }) =>
  (gate.atLeast === undefined) !== (gate.atMost === undefined);
const oneLimit = 'is wrong: it needs atLeast or atMost, and not both';

/** One gate of `evals/gates.yaml`, see there. */
export const gate = z.discriminatedUnion('class', [
  z.strictObject({ ...base, class: z.literal('invariant') }),
  z.strictObject({ ...base, class: z.literal('bound'), ...limits }).refine(hasOneLimit, oneLimit),
  z.strictObject({
    ...base,
    class: z.literal('non-inferiority'),
    /** The largest loss that would be borne, from 0 to 1. */
    margin: share,
  }),
  z
    .strictObject({ ...base, class: z.literal('advisory'), ...limits })
    .refine(hasOneLimit, oneLimit),
]);

export type Gate = z.infer<typeof gate>;
