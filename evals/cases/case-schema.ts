import { z } from 'zod';

const words = z.string().trim().min(1);

const base = {
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not kebab-case'),
  split: z.enum(['dev', 'test']),
  lang: z.enum(['fr', 'en']),
  tags: z.array(words).min(1),
  /** The last one is judged; the earlier ones are the conversation before it. */
  turns: z.array(words).min(1).max(3),
  why: words,
};

/** One line of `questions.*.jsonl`. */
export const questionLine = z.strictObject({
  ...base,
  gold: z
    .array(
      z.strictObject({
        doc: words,
        text: words,
        grade: z.literal([1, 2]).default(2),
      }),
    )
    .min(1),
  nuggets: z
    .array(
      z.strictObject({
        text: words,
        importance: z.enum(['vital', 'okay']),
        any: z.array(words).min(1),
      }),
    )
    .refine((nuggets) => nuggets.some(({ importance }) => importance === 'vital'), 'none is vital'),
});

/** One line of `unanswerable.*.jsonl`. */
export const unanswerableLine = z.strictObject({
  ...base,
  category: z.enum([
    'out-of-corpus',
    'missing-detail',
    'wrong-entity',
    'false-presupposition',
    'off-topic',
  ]),
});

/** A fact that a right answer holds: one of `any` occurs in it. */
export type Nugget = z.infer<typeof questionLine>['nuggets'][number];

export type UnanswerableCase = z.infer<typeof unanswerableLine>;
