import { z } from 'zod';
import type { Task } from './task-schema.ts';

/** Longest text and quotation of a reply that are read, in UTF-16 code units; more is cut off as a mistake. */
const maxText = 2_000;

const criterion = z.object({
  id: z.string(),
  finding: z.enum(['met', 'partial', 'missing']),
  quotations: z.array(z.string().max(maxText)).max(10),
  passage: z.number().int().nullable(),
  passageQuotation: z.string().max(maxText).nullable(),
  sentence: z.string().trim().min(1).max(maxText),
  question: z.string().trim().min(1).max(maxText),
  nextStep: z.string().trim().min(1).max(maxText),
});

/** One criterion of a reply, where it fits by itself; `null` where it does not. */
export const parseCriterion = (value: unknown): z.infer<typeof criterion> | null =>
  criterion.safeParse(value).data ?? null;

const replySchema = z.object({
  criteria: z.array(criterion),
  contradictions: z.array(z.object({ id: z.string(), quotation: z.string().max(maxText) })).max(10),
  offTopic: z.boolean(),
});

/** What a model replied about one draft. */
export type ModelReply = z.infer<typeof replySchema>;

/** The JSON Schema that an endpoint is asked to keep to: strict, with the ids of this task. */
export function replyJsonSchema(
  task: Pick<Task, 'criteria' | 'contradictions'>,
): Readonly<Record<string, unknown>> {
  const contradictions = task.contradictions.map(({ id }) => id);
  const schema = z.strictObject({
    criteria: z.array(
      z.strictObject({
        ...criterion.shape,
        id: z.enum(task.criteria.map(({ id }) => id) as [string, ...string[]]),
        // Lengths are not part of every provider's strict subset of JSON Schema; they are checked here.
        quotations: z.array(z.string()),
        passage: z.number().nullable(),
        passageQuotation: z.string().nullable(),
        sentence: z.string(),
        question: z.string(),
        nextStep: z.string(),
      }),
    ),
    contradictions: z.array(
      z.strictObject({
        id:
          contradictions.length > 0 ? z.enum(contradictions as [string, ...string[]]) : z.string(),
        quotation: z.string(),
      }),
    ),
    offTopic: z.boolean(),
  });
  const { $schema: _, ...rest } = z.toJSONSchema(schema);
  return rest;
}

/** Reads a reply; what is wrong with it comes back as sentences for the model, never as its text. */
export function parseModelReply(
  text: string,
  task: Pick<Task, 'criteria' | 'contradictions'>,
): { readonly reply: ModelReply } | { readonly problems: readonly string[] } {
  const value = parseJson(text);
  if (value === undefined) return { problems: ['It is not one JSON object.'] };
  const parsed = replySchema.safeParse(value);
  if (!parsed.success) {
    const issues = parsed.error.issues.slice(0, 5);
    return {
      problems: issues.map(({ path, message }) => `${path.join('.') || 'The object'}: ${message}.`),
    };
  }
  const problems = wrongIds(parsed.data, task);
  return problems.length > 0 ? { problems } : { reply: inOrder(parsed.data, task) };
}

function wrongIds(
  { criteria, contradictions }: ModelReply,
  task: Pick<Task, 'criteria' | 'contradictions'>,
): readonly string[] {
  const known = task.criteria.map(({ id }) => id);
  const problems = known.flatMap((id) => {
    const times = criteria.filter((one) => one.id === id).length;
    return times === 1
      ? []
      : [`The criterion "${id}" is there ${times} times; it must be there once.`];
  });
  if (criteria.some(({ id }) => !known.includes(id))) {
    problems.push(
      `A criterion has an id that the rubric has not; the ids are ${known.join(', ')}.`,
    );
  }
  const allowed = task.contradictions.map(({ id }) => id);
  if (contradictions.some(({ id }) => !allowed.includes(id))) {
    problems.push(
      `A contradiction has an id that the rubric has not; the ids are ${allowed.join(', ') || 'none'}.`,
    );
  }
  return problems;
}

const inOrder = (reply: ModelReply, task: Pick<Task, 'criteria'>): ModelReply => ({
  ...reply,
  criteria: task.criteria.map(({ id }) => reply.criteria.find((one) => one.id === id)!),
});

/** The JSON of a reply, also where it stands in a code fence or among other words. */
function parseJson(text: string): unknown {
  const start = text.indexOf('{');
  const end = text.lastIndexOf('}');
  if (start === -1 || end < start) return undefined;
  try {
    return JSON.parse(text.slice(start, end + 1));
  } catch {
    return undefined;
  }
}
