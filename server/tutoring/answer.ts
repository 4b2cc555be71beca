import type { AnswerEvent, AnswerRequest, Decision, Source } from '../contract.ts';
import { detectLanguage, type Language } from '../language/detect-language.ts';
import type { Guard, GuardedTurn } from '../integrity/guard.ts';
import { afterTurn, itemKey, type Ledgers } from '../integrity/ledger.ts';
import type { RegisterItem } from '../integrity/register/register.ts';
import type { Analyzer } from '../language/analyzer.ts';
import type { RetrievedChunk, Retriever } from '../retrieval/retriever.ts';
import { TutorError } from '../errors.ts';
import { answerPrompt } from './answer-prompt.ts';
import type { ChatModel } from './chat-model.ts';
import type { Conversation, Conversations } from './conversations.ts';
import { logisticsReply } from './exam-logistics.ts';
import { leanOn, needsContext, topicAfter, type Leaning } from './follow-up.ts';
import { phrases } from './phrases.ts';
import { readQuestion } from './read-question.ts';
import { type Reply, streamReply } from './stream-reply.ts';
import { protectedReply, sayProtected } from './say-protected.ts';
import { recogniseSmallTalk } from './small-talk.ts';
import { toCitation, toSource } from './places.ts';

export type AnswerDependencies = {
  readonly retriever: Retriever;
  readonly model: ChatModel;
  /** Answers when `model` gives nothing; `null` when `model` is the offline one itself. */
  readonly fallback: ChatModel | null;
  readonly conversations: Conversations;
  readonly analyzer: Analyzer;
  readonly guard: Guard;
  readonly ledgers: Ledgers;
  /** Writes the prompt, as it is served by default: an eval may try other rules. */
  readonly prompt?: typeof answerPrompt;
  /** How many passages a model is shown, 8 by default. */
  readonly passages?: number;
};

/** Passages that a model is shown. */
const shownPassages = 8;
/** Sections named when the course does not answer. */
const namedSections = 3;
/** Share of the question, by weight, that the best passage must name for sections to be named: else they are noise. */
const nearestCoverage = 0.05;
/** How much the words of the earlier question count, by the way the new one leans on it. */
const contextWeights = { subject: 0.9, form: 0.35 } as const;

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
  const ledger = dependencies.ledgers.of(conversation.id);
  const guarded = dependencies.guard.open(request.question, ledger);
  const { verdict } = guarded;
  // What was asked of a protected turn enters no prompt: the conversation that a model is shown leaves it out.
  const remember = (item: RegisterItem | null) =>
    dependencies.ledgers.keep(
      conversation.id,
      afterTurn(ledger, question, item && itemKey(item)),
    );
  if (verdict.kind === 'logistics') {
    const told = logisticsReply(question, guarded.exams, language);
    if (told) {
      remember(null);
      return yield* sayProtected(conversation.id, { decision: 'answer', ...told }, language);
    }
  }
  if (verdict.kind === 'hint' || verdict.kind === 'refuse') {
    const item = verdict.kind === 'hint' ? verdict.item : null;
    remember(item);
    const given = item ? (ledger.given.get(itemKey(item)) ?? 0) : 0;
    return yield* sayProtected(conversation.id, protectedReply(verdict, { given, language }), language);
  }
  if (previous === null && needsContext(question, dependencies.analyzer)) {
    return yield* say(conversation.id, phrases[language].needsSubject, {
      decision: 'clarify',
      language,
    });
  }
  const leaning = leanOn(question, previous, dependencies.analyzer);
  const turn = { question, conversation, leaning, language, guarded };
  const stopped = yield* answerFromCourse(dependencies, turn, signal);
  remember(stopped);
}

type CourseTurn = {
  readonly question: string;
  readonly conversation: Conversation;
  readonly leaning: Leaning;
  readonly language: Language;
  readonly guarded: GuardedTurn;
};

/** Answers from the course; returns the item that the scan stopped the answer for. */
async function* answerFromCourse(
  dependencies: AnswerDependencies,
  { question, conversation, leaning, language, guarded }: CourseTurn,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, RegisterItem | null> {
  const { retriever, model, fallback, conversations, ledgers } = dependencies;
  const { prompt = answerPrompt, passages = shownPassages } = dependencies;
  const { chunks, support, vectors } = await retriever.retrieve(
    {
      text: question,
      ...(leaning && {
        context: { text: leaning.question, weight: contextWeights[leaning.link] },
      }),
    },
    { limit: passages, signal },
  );
  // Sources leave with the first words: of an answer that the scan stops before, none do.
  let announced = false;
  const announce = (sources: readonly Source[]): AnswerEvent => {
    announced = true;
    return { type: 'sources-available', conversationId: conversation.id, sources };
  };
  const messages = prompt({
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

  const nearest = support.coverage < nearestCoverage ? [] : safeSections(chunks, guarded);
  let reply: Reply | null = null;
  const attempts = fallback ? [model, fallback] : [model];
  let used = model;
  for (const [attempt, candidate] of attempts.entries()) {
    used = candidate;
    try {
      const events = streamReply(
        candidate,
        { messages, chunks, language, nearest: nearest.length, guarded },
        signal,
      );
      for (;;) {
        const next = await events.next();
        if (next.done) {
          reply = next.value;
          break;
        }
        if (!announced) yield announce(chunks.map(toSource));
        yield next.value;
      }
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

  if (reply.hit) {
    const { item } = reply.hit;
    const given = item ? (ledgers.of(conversation.id).given.get(itemKey(item)) ?? 0) : 0;
    const verdict = item ? ({ kind: 'hint', item } as const) : solutionRefusal;
    const firstMarker = reply.citations.length + 1;
    const said = protectedReply(verdict, { given, language, firstMarker });
    if (!announced) yield announce([]);
    const apart = reply.text === '' ? '' : '\n\n';
    yield { type: 'text-delta', delta: `${apart}${said.text}` };
    const before = reply.citations.map((one, at) => toCitation(one, at + 1, chunks));
    const citations = [...before, ...said.citations];
    yield { type: 'citations-available', citations, unsupported: [], dropped: reply.dropped };
    const end = { language, model: used.name, fallback: used !== model, keywordsOnly: false };
    yield { type: 'answer-end', decision: said.decision, ...end, nearest: [] };
    return item;
  }
  if (!announced) yield announce(chunks.map(toSource));
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
  return null;
}

const solutionRefusal = { kind: 'refuse', what: 'solution', solution: null } as const;

/** The sections that come nearest; none when together they would single an option of an item out. */
function safeSections(
  chunks: readonly RetrievedChunk[],
  { scan }: GuardedTurn,
): readonly Source[] {
  const sections = nearestSections(chunks);
  const text = sections.map(({ headings, snippet }) => `${headings.join(' ')} ${snippet}`).join(' ');
  return scan?.scan(text, '') ? [] : sections;
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
