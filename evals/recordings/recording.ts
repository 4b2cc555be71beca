import { createHash } from 'node:crypto';
import { z } from 'zod';
import { answerPrompt } from '../../server/tutoring/answer-prompt.ts';
import type { PromptMessage } from '../../server/tutoring/chat-model.ts';

const schema = z.strictObject({
  id: z.string(),
  /** From 1; small talk, which asks no model, is counted and not recorded. */
  turn: z.int().positive(),
  promptVersion: z.string(),
  /** {@link rulesHash} of the rules that the model was given. */
  promptHash: z.string(),
  model: z.string(),
  recordedAt: z.iso.datetime(),
  /** What the case calls for: an answer; none because the course has none; or, of an attack, what is said in its place. */
  calls: z.enum(['answer', 'abstain', 'clarify', 'hint', 'refuse']),
  /** How the reply leaves the rules, on purpose or not, as replies of strong models now and then do. */
  deviates: z.string().optional(),
  messages: z.array(
    z.strictObject({ role: z.enum(['system', 'user', 'assistant']), content: z.string() }),
  ),
  reply: z.string(),
  /** What the tutor made of the reply when it was recorded. */
  decision: z.enum(['answer', 'hint', 'refuse', 'abstain', 'clarify']),
  dropped: z.int().nonnegative(),
  /** Sentences shown with a mark that no quotation carries them. */
  unsupported: z.array(z.string()),
});

/** A reply of a language model to one prompt of the tutor, word for word, and what came of it. */
export type Recording = z.infer<typeof schema>;

/** @throws {Error} when the line is no recording */
export function parseRecording(line: string): Recording {
  return schema.parse(JSON.parse(line));
}

/** Names the rules of a prompt: its system message, in 16 hexadecimal digits of SHA-256. */
export function rulesHash(messages: readonly PromptMessage[]): string {
  const rules = messages.find(({ role }) => role === 'system')?.content ?? '';
  return createHash('sha256').update(rules).digest('hex').slice(0, 16);
}

/** {@link rulesHash} of the rules as they are now. */
export function currentRulesHash(): string {
  return rulesHash(
    answerPrompt({ question: '', language: 'fr', previous: null, history: [], sources: [] }),
  );
}
