import type { AnswerEvent } from '../../server/contract/answers.ts';
import type { GuardedTurn } from '../../server/integrity/guard.ts';
import type { Ledger } from '../../server/integrity/ledger.ts';
import type { RegisterItem } from '../../server/integrity/register/register.ts';
import type { ScanRule } from '../../server/integrity/scan/scan-rules.ts';
import type { RetrievedChunk } from '../../server/retrieval/retriever.ts';
import {
  fakeChatModel,
  fakeDocument,
  fakeRetriever,
  retrievedWhole,
} from '../../server/testing/fakes.ts';
import { type PromptSource, readAnswerPrompt } from '../../server/tutoring/answer-prompt.ts';
import { answerFromCourse } from '../../server/tutoring/answer-from-course.ts';
import type { PromptMessage } from '../../server/tutoring/chat-model.ts';
import { createConversations, type Conversation } from '../../server/tutoring/conversations.ts';
import type { Recording } from './recording.ts';

/** What the tutor makes of a recorded turn, with all that leaves on the wire. */
export type ReplayedTurn = {
  readonly events: readonly AnswerEvent[];
  /** The item that the scan stopped the answer for. */
  readonly stopped: RegisterItem | null;
  /** The rules that its sentences broke. */
  readonly rules: readonly ScanRule[];
  /** What the model was asked; the recording's own prompt, unless the tutor asks otherwise today. */
  readonly messages: readonly PromptMessage[];
};

/**
 * Answers a recorded turn from the course anew: the sources, the conversation and the reply, cut into `pieces`, are the
 * recording's, the guard's turn and ledger are given.
 * @throws {Error} when the recording holds no answer prompt
 */
export async function replayTurn(
  recording: Recording,
  pieces: readonly string[],
  { guarded, ledger }: { readonly guarded: GuardedTurn; readonly ledger: Ledger },
): Promise<ReplayedTurn> {
  const { question, language, previous, history, sources } = readAnswerPrompt(recording.messages);
  const turns = history.map((turn) => ({
    ...{ ...turn, language },
    topic: { subject: turn.question, form: turn.question },
  }));
  const conversation: Conversation = { id: recording.id, turns };
  const model = fakeChatModel(() => pieces, recording.model);
  const rules: ScanRule[] = [];
  const answering = answerFromCourse(
    {
      retriever: fakeRetriever(sources.map(toChunk)),
      ...{ model, fallback: null, conversations: createConversations() },
      onScanHit: (rule) => rules.push(rule),
    },
    { question, conversation, leaning: previous, language, guarded, ledger },
    new AbortController().signal,
  );
  const events: AnswerEvent[] = [];
  let next = await answering.next();
  for (; !next.done; next = await answering.next()) events.push(next.value);
  return { events, stopped: next.value, rules, messages: model.prompts[0] ?? [] };
}

/** Each source becomes a document of its own, under its own title and headings. */
function toChunk({ n, document, section, text }: PromptSource): RetrievedChunk {
  const [whole] = retrievedWhole([fakeDocument(text, { id: `source-${n}`, title: document })]);
  const headings = section === '' ? [] : section.split(' › ');
  return { ...whole!, rank: n, chunk: { ...whole!.chunk, headings } };
}
