import { z } from 'zod';

const message = z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content: z.string() });

const schema = z.strictObject({
  id: z.string(),
  task: z.string(),
  /** The draft as it was sent. */
  text: z.string(),
  promptVersion: z.string(),
  /** Who wrote the reply, and from what. */
  author: z.string(),
  recordedAt: z.iso.datetime(),
  /** How the reply leaves the rules, on purpose or not, as replies of strong models now and then do. */
  deviates: z.string().optional(),
  /** What was asked and answered, in order: one exchange, two where the first reply did not fit. */
  exchanges: z.array(z.strictObject({ messages: z.array(message), reply: z.string() })).min(1).max(2),
  /** What the critic made of it when it was recorded. */
  model: z.string(),
  dropped: z.int().nonnegative(),
  criteria: z.record(z.string(), z.enum(['met', 'partial', 'missing'])),
  findings: z.array(z.string()),
});

/** A reply of a language model to one prompt of the critic, word for word, and what came of it. */
export type CritiqueRecording = z.infer<typeof schema>;

/** @throws {Error} when the line is no recording */
export function parseCritiqueRecording(line: string): CritiqueRecording {
  return schema.parse(JSON.parse(line));
}
