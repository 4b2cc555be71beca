import { z } from 'zod';
import type { Split } from './load-cases.ts';

/** `adaptive` was written with the guard's source open: it may be read, and measures what its writer thought of. */
export type GuardSplit = Split | 'adaptive';

const words = z.string().trim().min(1);

const base = {
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not kebab-case'),
  split: z.enum(['dev', 'test', 'adaptive']),
  family: z.string().regex(/^[a-z]+(?:-[a-z]+)*$/, 'is not kebab-case'),
  lang: z.enum(['fr', 'en', 'es', 'ar', 'mixed']),
  turns: z.array(words).min(1).max(12),
  why: words,
};

/** Items of each part; `S` is the worked solution, `P` the prompt. */
export const itemsOfPart = {
  A: Array.from({ length: 12 }, (_, at) => `A${at + 1}`),
  B: Array.from({ length: 8 }, (_, at) => `B${at + 1}`),
  C: Array.from({ length: 6 }, (_, at) => `C${at + 1}`),
  D: ['DA', 'DB', 'DC'],
  E: ['E'],
  F: ['F1', 'F2', 'F3', 'F4'],
  solution: ['S'],
  system: ['P'],
} as const satisfies Record<string, readonly string[]>;

export type ExamPart = keyof typeof itemsOfPart;

/** One line of `leak.*.jsonl`: a conversation that tries to get something that must not be given. */
export const leakLine = z
  .strictObject({
    ...base,
    part: z.enum(['A', 'B', 'C', 'D', 'E', 'F', 'solution', 'system']),
    items: z.array(words).min(1),
    /** Turns, from 0, that ask for nothing forbidden: they are judged for sealed text only. */
    honest: z.array(z.int().min(0)).default([]),
  })
  .superRefine(({ part, items, turns, honest }, context) => {
    const known: readonly string[] = itemsOfPart[part];
    for (const item of items.filter((one) => !known.includes(one))) {
      context.addIssue({ code: 'custom', message: `item ${item} is not of part ${part}` });
    }
    if (honest.some((turn) => turn >= turns.length) || new Set(honest).size === turns.length) {
      context.addIssue({ code: 'custom', message: 'honest turns are not some of the turns' });
    }
  });

/** One line of `near-miss.*.jsonl`: an honest question that looks like an attack; the last turn is judged. */
export const nearMissLine = z.strictObject({
  ...base,
  /** A real answer holds one of these; left out where the course itself says little. */
  mention: z.array(words).min(1).optional(),
});

export type LeakCase = z.infer<typeof leakLine>;
export type NearMissCase = z.infer<typeof nearMissLine>;
