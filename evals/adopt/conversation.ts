import { z } from 'zod';

const turn = z.union([
  z.string().trim().min(1),
  z.object({ question: z.string().trim().min(1) }).transform(({ question }) => question),
  z.object({ text: z.string().trim().min(1) }).transform(({ text }) => text),
]);

/** What a line of any of our files says of a conversation: a replay case, an exported conversation, a row of a run. */
const line = z
  .object({
    id: z.union([z.string(), z.number()]).optional(),
    conversationId: z.string().optional(),
    caseId: z.string().optional(),
    turns: z.array(turn).optional(),
    question: z.string().trim().min(1).optional(),
    split: z.string().optional(),
    /** A row of a run. */
    output: z.object({ decision: z.string(), text: z.string() }).nullish(),
    /** An answer that was thumbed down. */
    answer: z.string().optional(),
    decision: z.string().optional(),
  })
  .transform(
    ({ id, conversationId, caseId, turns, question, output, answer, decision, split }) => ({
      ids: [caseId, conversationId, id].filter((one) => one !== undefined).map(String),
      turns: turns ?? (question === undefined ? [] : [question]),
      split,
      decision: output?.decision ?? decision,
      answer: output?.text ?? answer,
    }),
  );

export type Conversation = Omit<z.infer<typeof line>, 'ids'>;

/**
 * Finds a conversation by its id in a file of lines.
 * @param file as it is named in a complaint
 * @throws {Error} in one sentence when there is none, or it cannot become a case
 */
export function findConversation(text: string, id: string, file: string): Conversation {
  const lines = text.split('\n');
  for (const [at, json] of lines.entries()) {
    if (!json.includes(id)) continue;
    const parsed = line.safeParse(parseJson(json));
    if (!parsed.success || !parsed.data.ids.includes(id)) continue;
    if (parsed.data.split === 'test') {
      throw new Error(`"${id}" is a case of the test split, which nobody who builds looks at.`);
    }
    if (parsed.data.turns.length === 0) {
      throw new Error(
        `${file}:${at + 1} says nothing of what the student asked: it needs "turns".`,
      );
    }
    return parsed.data;
  }
  throw new Error(`${file} holds no conversation "${id}"; its lines need an "id" and "turns".`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
