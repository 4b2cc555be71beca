import type { AnswerEvent, AnswerRequest, Decision, Source } from '../contract.ts';
import { detectLanguage, type Language } from '../language/detect-language.ts';
import type { Analyzer } from '../language/analyzer.ts';
import type { RetrievedChunk, Retriever } from '../retrieval/retriever.ts';
import { TutorError } from '../errors.ts';
import { answerPrompt, contextWeights } from './answer-prompt.ts';
import type { ChatModel } from './chat-model.ts';
import type { Conversation, Conversations } from './conversations.ts';
import { leanOn, needsContext, topicAfter, type Leaning } from './follow-up.ts';
import { phrases } from './phrases.ts';
import { readQuestion } from './read-question.ts';
import { type Reply, streamReply } from './stream-reply.ts';
import { recogniseSmallTalk } from './small-talk.ts';
import { toCitation, toSource } from './places.ts';

export type AnswerDependencies = {
  readonly retriever: Retriever;
  readonly model: ChatModel;
  /** Answers when `model` gives nothing; `null` when `model` is the offline one itself. */
  readonly fallback: ChatModel | null;
  readonly conversations: Conversations;
  readonly analyzer: Analyzer;
};

/** Passages that a model is shown. */
const shownPassages = 8;
/** Sections named when the course does not answer. */
const namedSections = 3;
/** Share of the question, by weight, that the best passage must name for sections to be named: else they are noise. */
const nearestCoverage = 0.05;

/**
 * Answers one turn, as events in the order the reader needs them: sources, text, citations, `answer-end`.
 *
 * Every marker `[n]` of the text is bound to a quotation found again in the stored document; a quotation that is
 * not there is removed and its sentence named in `unsupported`.
 * @throws {TutorError} `bad-request`, `question-too-long` before the first event; `model-unavailable` or
 * `model-interrupted` when no model could finish; the abort reason when `signal` fires
 */
export async function* answer(
  dependencies: AnswerDependencies,
  request: AnswerRequest,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void> {
  const question = readQuestion(request.question);
  const conversation = dependencies.conversations.open(request.conversationId);
  const last = conversation.turns.at(-1);
  const previous = last?.topic ?? null;
  const talk = recogniseSmallTalk(question, previous !== null);
  // A question that does not tell its language ("Kafka ?") has that of the conversation.
  const language =
    request.language ?? talk?.language ?? detectLanguage(question) ?? last?.language ?? 'fr';

  if (talk) {
    return yield* say(conversation.id, phrases[language].smallTalk[talk.kind], {
      decision: 'answer',
      language,
    });
  }
  if (previous === null && needsContext(question, dependencies.analyzer)) {
    return yield* say(conversation.id, phrases[language].needsSubject, {
      decision: 'clarify',
      language,
    });
  }
  const leaning = leanOn(question, previous, dependencies.analyzer);
  yield* answerFromCourse(dependencies, { question, conversation, leaning, language }, signal);
}

type CourseTurn = {
  readonly question: string;
  readonly conversation: Conversation;
  readonly leaning: Leaning;
  readonly language: Language;
};

async function* answerFromCourse(
  { retriever, model, fallback, conversations }: AnswerDependencies,
  { question, conversation, leaning, language }: CourseTurn,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void> {
  const { chunks, support, vectors } = await retriever.retrieve(
    {
      text: question,
      ...(leaning && {
        context: { text: leaning.question, weight: contextWeights[leaning.link] },
      }),
    },
    { limit: shownPassages, signal },
  );
  yield {
    type: 'sources-available',
    conversationId: conversation.id,
    sources: chunks.map(toSource),
  };
  const messages = answerPrompt({
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

  const nearest = support.coverage < nearestCoverage ? [] : nearestSections(chunks);
  let reply: Reply | null = null;
  const attempts = fallback ? [model, fallback] : [model];
  let used = model;
  for (const [attempt, candidate] of attempts.entries()) {
    used = candidate;
    try {
      reply = yield* streamReply(
        candidate,
        { messages, chunks, language, nearest: nearest.length },
        signal,
      );
      break;
    } catch (error) {
      signal.throwIfAborted();
      const canFallBack =
        error instanceof TutorError &&
        error.code === 'model-unavailable' &&
        attempt + 1 < attempts.length;
      if (!canFallBack) throw error;
    }
  }
  if (!reply) throw new TutorError('model-unavailable', 'No model answered; please try again.');

  conversations.add(conversation.id, {
    question,
    language,
    topic: topicAfter(question, leaning, conversation.turns.at(-1)?.topic ?? null),
    answer: reply.text,
  });
  yield {
    type: 'citations-available',
    citations: reply.citations.map((citation, index) => toCitation(citation, index + 1, chunks)),
    unsupported: reply.unsupported,
    dropped: reply.dropped,
  };
  yield {
    type: 'answer-end',
    decision: reply.decision,
    language,
    model: used.name,
    fallback: used !== model,
    keywordsOnly: vectors === 'keywords only',
    nearest: reply.decision === 'answer' ? [] : nearest,
  };
}

/** Shown to a model, its own markers would teach it to write more of them, bound to nothing. */
const withoutMarkers = (answer: string): string => answer.replace(/[ \u00a0]?\[\d{1,3}\]/g, '');

/** A turn that needs no course: nothing retrieved, nothing cited. */
async function* say(
  conversationId: string,
  text: string,
  { decision, language }: { readonly decision: Decision; readonly language: Language },
): AsyncGenerator<AnswerEvent, void> {
  yield { type: 'sources-available', conversationId, sources: [] };
  yield { type: 'text-delta', delta: text };
  yield { type: 'citations-available', citations: [], unsupported: [], dropped: 0 };
  const untouched = { model: 'offline', fallback: false, keywordsOnly: false, nearest: [] };
  yield { type: 'answer-end', decision, language, ...untouched };
}

/** The best chunk of each of the first few sections. */
function nearestSections(chunks: readonly RetrievedChunk[]): readonly Source[] {
  const sections = new Map<string, RetrievedChunk>();
  for (const chunk of chunks) {
    const section = `${chunk.document.id}\n${chunk.chunk.headings.join('\n')}`;
    if (!sections.has(section)) sections.set(section, chunk);
  }
  return [...sections.values()].slice(0, namedSections).map(toSource);
}
