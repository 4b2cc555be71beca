import type { AnswerEvent } from '../contract/answers.ts';
import type { Citation, Source } from '../contract/course.ts';
import { TutorError } from '../errors.ts';
import type { GuardedTurn, Verdict } from '../integrity/guard.ts';
import { itemKey, type Ledger } from '../integrity/ledger.ts';
import type { RegisterItem } from '../integrity/register/register.ts';
import type { ScanHit, ScanRule } from '../integrity/scan/scan-rules.ts';
import type { Language } from '../language/detect-language.ts';
import type { RetrievedChunk, Retriever } from '../retrieval/retriever.ts';
import { answerPrompt, contextWeights } from './answer-prompt.ts';
import type { ChatModel, PromptMessage } from './chat-model.ts';
import type { Conversation, Conversations } from './conversations.ts';
import { type Leaning, topicAfter } from './follow-up.ts';
import { nearestSections, toCitation, toSource } from './places.ts';
import { protectedReply } from './say-protected.ts';
import { type BoundQuotation, type Reply, streamReply } from './stream-reply.ts';

/** What answering from the course needs. */
export type CourseDependencies = {
  readonly retriever: Retriever;
  readonly model: ChatModel;
  /** Answers when `model` gives nothing; `null` when `model` is the offline one itself. */
  readonly fallback: ChatModel | null;
  readonly conversations: Conversations;
  /** Writes the prompt; by default with the rules as they are served. */
  readonly prompt?: typeof answerPrompt;
  /** Passages that a model is shown, 8 by default. */
  readonly passages?: number;
  /** Told of each sentence that the scan kept back, by the rule's id alone. */
  readonly onScanHit?: (rule: ScanRule) => void;
  /** Told of the item that the scan stops an answer for, before anything is said in its place. */
  readonly onStopped?: (item: RegisterItem) => Promise<void>;
  /** Told, before a text with a marker leaves, of the citations of all markers that have left by then. */
  readonly onCited?: (citations: readonly Citation[]) => void;
};

/** A turn that nothing protects from being answered. */
export type CourseTurn = {
  readonly question: string;
  readonly conversation: Conversation;
  readonly leaning: Leaning;
  readonly language: Language;
  readonly guarded: GuardedTurn;
  /** What the guard remembers of the conversation. */
  readonly ledger: Ledger;
};

/** Passages that a model is shown. */
const shownPassages = 8;
/** Share of the question, by weight, that the best passage must name for sections to be named: else they are noise. */
export const nearestCoverage = 0.05;

/**
 * Answers a turn from the course; returns the item that the scan stopped the answer for, or `null`.
 * @throws {TutorError} `model-unavailable` or `model-interrupted` when no model could finish
 */
export async function* answerFromCourse(
  dependencies: CourseDependencies,
  turn: CourseTurn,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, RegisterItem | null> {
  const { question, conversation, leaning, language, guarded } = turn;
  const { chunks, support, vectors } = await dependencies.retriever.retrieve(
    {
      text: question,
      ...(leaning && {
        context: { text: leaning.question, weight: contextWeights[leaning.link] },
      }),
    },
    { limit: dependencies.passages ?? shownPassages, signal },
  );
  const isFar = support.coverage < nearestCoverage;
  const nearest = isFar ? [] : safeSources(nearestSections(chunks), guarded, true);
  const found = { messages: promptOf(turn, chunks, dependencies.prompt), chunks, nearest };
  const { reply, model, announced } = yield* write(dependencies, turn, found, signal);
  for (const rule of reply.rules) dependencies.onScanHit?.(rule);
  const end = {
    language,
    model: model.name,
    fallback: model !== dependencies.model,
    keywordsOnly: vectors === 'keywords only',
  };
  if (reply.hit) {
    if (reply.hit.item) await dependencies.onStopped?.(reply.hit.item);
    if (!announced) yield announcement(conversation.id, []);
    return yield* insteadOf({ ...reply, hit: reply.hit }, turn, chunks, end);
  }
  if (!announced) yield announcement(conversation.id, safeSources(chunks.map(toSource), guarded));
  await dependencies.conversations.add(conversation.id, {
    question,
    language,
    topic: topicAfter(question, leaning, conversation.turns.at(-1)?.topic ?? null),
    answer: reply.text,
  });
  yield {
    type: 'citations-available',
    citations: reply.citations.map((citation) => toCitation(citation, citation.marker, chunks)),
    unsupported: reply.unsupported,
    dropped: reply.dropped,
  };
  const isAnswer = reply.decision === 'answer';
  yield { type: 'answer-end', decision: reply.decision, ...end, nearest: isAnswer ? [] : nearest };
  return null;
}

function promptOf(
  { question, language, leaning, conversation }: CourseTurn,
  chunks: readonly RetrievedChunk[],
  prompt = answerPrompt,
): readonly PromptMessage[] {
  return prompt({
    question,
    language,
    previous: leaning,
    history: conversation.turns.map(({ question, answer }) => ({
      question,
      answer: withoutMarkers(answer),
    })),
    sources: chunks.map(({ chunk, document, rank }) => ({
      n: rank,
      document: document.title,
      section: chunk.headings.join(' › '),
      text: chunk.text,
    })),
  });
}

/** Shown to a model, its own markers would teach it to write more of them, bound to nothing. */
const withoutMarkers = (answer: string): string => answer.replace(/[ \u00a0]?\[\d{1,3}\]/g, '');

type Found = {
  readonly messages: readonly PromptMessage[];
  readonly chunks: readonly RetrievedChunk[];
  readonly nearest: readonly Source[];
};
type Written = {
  readonly reply: Reply;
  readonly model: ChatModel;
  /** True when the sources have left; of an answer that the scan stops before its first words, none do. */
  readonly announced: boolean;
};

/** Streams the reply of the model, or of the fallback when it gives nothing; the sources leave with the first words. */
async function* write(
  { model, fallback, onCited }: CourseDependencies,
  { conversation, language, guarded }: CourseTurn,
  { messages, chunks, nearest }: Found,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, Written> {
  let announced = false;
  let left: readonly Citation[] = [];
  const onMarker = (bound: readonly BoundQuotation[]) => {
    left = bound.map((one) => toCitation(one, one.marker, chunks));
    onCited?.(left);
  };
  const request = { messages, chunks, language, nearest: nearest.length, guarded, onMarker };
  for (const candidate of fallback ? [model, fallback] : [model]) {
    try {
      const events = streamReply(candidate, request, signal);
      let next = await events.next();
      for (; !next.done; next = await events.next()) {
        if (!announced) {
          announced = true;
          yield announcement(conversation.id, safeSources(chunks.map(toSource), guarded));
        }
        yield next.value;
      }
      return { reply: next.value, model: candidate, announced };
    } catch (error) {
      // What has left is kept, so its markers must lead somewhere.
      if (announced) yield citationsOf(left);
      signal.throwIfAborted();
      const isUnavailable = error instanceof TutorError && error.code === 'model-unavailable';
      if (!isUnavailable || candidate === fallback || !fallback) throw error;
    }
  }
  throw new TutorError('model-unavailable', 'No model answered; please try again.');
}

const citationsOf = (citations: readonly Citation[]): AnswerEvent => ({
  type: 'citations-available',
  citations,
  unsupported: [],
  dropped: 0,
});

const announcement = (conversationId: string, sources: readonly Source[]): AnswerEvent => ({
  type: 'sources-available',
  conversationId,
  sources,
});

/** What is said in the place of what the scan stopped, after what had left before. */
async function* insteadOf(
  reply: Reply & { readonly hit: ScanHit },
  { language, ledger }: CourseTurn,
  chunks: readonly RetrievedChunk[],
  end: Pick<
    Extract<AnswerEvent, { type: 'answer-end' }>,
    'language' | 'model' | 'fallback' | 'keywordsOnly'
  >,
): AsyncGenerator<AnswerEvent, RegisterItem | null> {
  const { item } = reply.hit;
  const given = item ? (ledger.given.get(itemKey(item)) ?? 0) : 0;
  const firstMarker = Math.max(0, ...reply.citations.map(({ marker }) => marker)) + 1;
  const said = protectedReply(verdictOf(reply.hit), { given, language, firstMarker });
  yield { type: 'text-delta', delta: `${reply.text === '' ? '' : '\n\n'}${said.text}` };
  const before = reply.citations.map((one) => toCitation(one, one.marker, chunks));
  const citations = [...before, ...said.citations];
  yield { type: 'citations-available', citations, unsupported: [], dropped: reply.dropped };
  yield { type: 'answer-end', decision: said.decision, ...end, nearest: [] };
  return item;
}

function verdictOf({ item, rule }: ScanHit): Extract<Verdict, { kind: 'hint' | 'refuse' }> {
  if (item) return { kind: 'hint', item };
  if (rule === 'prompt-run') return { kind: 'refuse', what: 'system' };
  const isSolution = rule === 'solution-value' || rule === 'sealed-run';
  return isSolution
    ? { kind: 'refuse', what: 'solution', solution: null }
    : { kind: 'refuse', what: 'key' };
}

/**
 * Sources that may be shown; none when together they would name one role alone near an item. They are the course's own
 * open words, so nothing else needs to be looked for.
 * @param shownAlone true where no answer stands beside them
 */
function safeSources(
  sources: readonly Source[],
  { brushes, singlesOut }: GuardedTurn,
  shownAlone = false,
): readonly Source[] {
  if (!brushes && !shownAlone) return sources;
  const text = sources.map(({ headings, snippet }) => `${headings.join(' ')} ${snippet}`).join(' ');
  return singlesOut(text) ? [] : sources;
}
