import { z } from 'zod';

const words = z.string().trim().min(1);
const id = z.string().regex(/^[a-z0-9]+(?:[-_][a-z0-9]+)*$/, 'is not lower case with - or _');
const both = z.strictObject({ fr: words, en: words });
const phrases = z
  .array(words.regex(/^[^*]*[\p{L}\p{N}]/u, 'holds no word: write what a student would write'))
  .min(1);

/** What a sentence shows without being told by its words. */
export const features = [
  'duration',
  'percent',
  'figure',
  'target',
  'money',
  'code',
  'arrows',
  'row',
  'pair',
] as const;
export type Feature = (typeof features)[number];

/** A group of wordings for one idea. A bare list is short for `any`. */
const sign = z.union([
  phrases.transform((any) => ({ any, negatable: true }) as SignRule),
  z
    .strictObject({
      /** Any of these phrases is in the sentence. */
      any: phrases.optional(),
      /** The sentence has this. */
      feature: z.enum(features).optional(),
      /** Any of these phrases stands above the sentence: in a heading, a lead-in or its label. */
      under: phrases.optional(),
      /** False where a denial takes nothing away: "nobody uses it" names a risk all the same. */
      negatable: z.boolean().default(true),
    })
    .refine(({ any, feature, under }) => any ?? feature ?? under, 'needs any, feature or under')
    .transform((given) => given as SignRule),
]);

export type SignRule = {
  readonly any?: readonly string[];
  readonly feature?: Feature;
  readonly under?: readonly string[];
  readonly negatable: boolean;
};

/** A condition on the signs found. */
const condition = z
  .strictObject({
    /** At least so many different signs of `of`… */
    signs: z.int().positive().optional(),
    /** …or at least so many sentences, items or rows with one of them… */
    units: z.int().positive().optional(),
    /** …or so many parts of them, between commas and stops. */
    parts: z.int().positive().optional(),
    of: z.array(id).min(1),
    /** Only where each of these lists has one of its signs in the same sentence, or within `near` sentences. */
    with: z.array(z.array(id).min(1)).default([]),
    near: z.int().nonnegative().max(3).default(0),
    /** Not where one of these stands in the same sentence: an aim that is only said again. */
    without: z.array(id).default([]),
  })
  .refine(
    (counts) =>
      [counts.signs, counts.units, counts.parts].filter((one) => one !== undefined).length === 1,
    'needs one of signs, units and parts',
  );
export type Condition = z.infer<typeof condition>;

/** Any of the lists, of which every condition holds. */
const rule = z.array(z.array(condition).min(1)).min(1);
export type Rule = z.infer<typeof rule>;

const reread = z.strictObject({
  document: id,
  heading: words,
  /** A quotation of that section to show; without it, the section's sentence that comes nearest. */
  quote: words.optional(),
});

const criterion = z.strictObject({
  id,
  name: both,
  asks: both,
  signs: z.record(id, sign).default({}),
  met: rule,
  partial: rule,
  strength: both,
  /** What lacks when a part is there. */
  gap: both,
  /** What lacks when nothing is there; by default `gap`. */
  absent: both.optional(),
  question: both,
  next: both,
  reread: z.array(reread).min(1),
});

const contradiction = z.strictObject({
  id,
  when: rule,
  /** Where one of these signs stands in the same sentence, it is none. */
  unless: z.array(id).default([]),
  /** Where one of these stands anywhere in the draft, it is none: a night's training beside a live service. */
  unlessDraft: z.array(id).default([]),
  says: both,
  question: both,
  next: both,
  /** The criterion it speaks against, which is then no better than `to`. */
  lowers: z.strictObject({ criterion: id, to: z.enum(['partial', 'missing']) }).optional(),
  reread: z.array(reread).default([]),
});

/** One file of `tasks/`: a task and its rubric. There is no field for a mark, and none is accepted. */
export const taskFile = z
  .strictObject({
    id,
    title: both,
    /** The document that sets the task. */
    statement: id,
    /** Names that only this task's case bears; how a draft on another case is told. */
    names: z.array(words).default([]),
    /** Words of the subject, beside the signs; a draft without any is about something else. */
    subject: phrases,
    /** Words below which there is too little to work on. */
    shortBelow: z.int().positive(),
    /** Signs that several criteria use. */
    signs: z.record(id, sign).default({}),
    criteria: z.array(criterion).min(1),
    contradictions: z.array(contradiction).default([]),
  })
  .superRefine(checkReferences);
export type Task = z.infer<typeof taskFile>;
export type Criterion = Task['criteria'][number];
export type Contradiction = Task['contradictions'][number];
export type Reread = z.infer<typeof reread>;
/** A text in both languages. */
export type Both = z.infer<typeof both>;

/** Every sign that the rules of a task may name. */
export const signsOf = (
  task: Pick<Task, 'signs' | 'criteria'>,
): Readonly<Record<string, SignRule>> =>
  Object.assign({}, task.signs, ...task.criteria.map(({ signs }) => signs)) as Record<
    string,
    SignRule
  >;

function checkReferences(
  task: Pick<Task, 'signs' | 'criteria' | 'contradictions'>,
  context: z.RefinementCtx,
): void {
  const known = signsOf(task);
  const complain = (path: PropertyKey[], message: string) =>
    context.addIssue({ code: 'custom', path, message });
  const checkRule = (lists: Rule, path: PropertyKey[]) => {
    for (const name of new Set(
      lists.flat().flatMap(({ of, with: also, without }) => [...of, ...also.flat(), ...without]),
    )) {
      if (!Object.hasOwn(known, name))
        complain(path, `names the sign "${name}", which is not defined`);
    }
  };
  const ids = new Set<string>();
  for (const [at, { id: own, met, partial }] of task.criteria.entries()) {
    if (ids.has(own)) complain(['criteria', at, 'id'], `"${own}" is there twice`);
    ids.add(own);
    checkRule(met, ['criteria', at, 'met']);
    checkRule(partial, ['criteria', at, 'partial']);
  }
  for (const [at, { when, unless, unlessDraft, lowers }] of task.contradictions.entries()) {
    checkRule(when, ['contradictions', at, 'when']);
    for (const name of [...unless, ...unlessDraft]) {
      if (!Object.hasOwn(known, name))
        complain(
          ['contradictions', at, 'unless'],
          `names the sign "${name}", which is not defined`,
        );
    }
    if (lowers && !ids.has(lowers.criterion)) {
      complain(
        ['contradictions', at, 'lowers'],
        `names the criterion "${lowers.criterion}", which is not defined`,
      );
    }
  }
}
