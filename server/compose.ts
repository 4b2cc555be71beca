import { composeCritic, type Critic } from './compose-critic.ts';
import {
  createEmbedder,
  createEndpointModel,
  createEndpointStructured,
} from './compose-endpoint.ts';
import { createLasting, type Lasting } from './compose-lasting.ts';
import type { Config } from './config.ts';
import type { AnswerEvent, AnswerRequest } from './contract/answers.ts';
import type { DocumentView, Status } from './contract/course.ts';
import type { StructuredModel } from './critique/structured-model.ts';
import { documentView } from './document-view.ts';
import { extractAnswer } from './extraction/extract-answer.ts';
import type { BuildProgress } from './ingestion/build-index.ts';
import { indexFolder, ingest, type OpenedIndex, openIndex } from './ingestion/ingest.ts';
import { guardInSteps } from './integrity/guard.ts';
import { createOfflineChatModel } from './models/offline-chat.ts';
import { toChatModel } from './models/stream-chat.ts';
import { createQuestionMatcher } from './retrieval/expected/create-question-matcher.ts';
import { createRetriever } from './retrieval/create-retriever.ts';
import type { Embedder } from './retrieval/embedder.ts';
import type { Glossary } from './retrieval/glossary.ts';
import { pause, runInSlices } from './retrieval/run-in-slices.ts';
import { readGlossary } from './retrieval/read-glossary.ts';
import { createTermWeights } from './retrieval/term-weights.ts';
import type { Retrieval, RetrievalQuery } from './retrieval/retriever.ts';
import type { ChannelWeights } from './retrieval/search.ts';
import { questionTerms } from './retrieval/question-terms.ts';
import { createSpeller } from './retrieval/spelling.ts';
import { answer } from './tutoring/answer.ts';
import { answerPrompt, answerRules, readAnswerPrompt } from './tutoring/answer-prompt.ts';
import type { ScanRule } from './integrity/scan/scan-rules.ts';
import type { ChatModel } from './tutoring/chat-model.ts';
import { starterQuestions } from './tutoring/starters.ts';
import { recall, type StoredMemory } from './tutoring/stored-memory.ts';

export type { StoredMemory } from './tutoring/stored-memory.ts';

/** The composed application: what every door (HTTP, terminal, evals) calls. */
export type Tutor = Critic & {
  /** Answers in a conversation that is remembered in this process. */
  answer(request: AnswerRequest, signal: AbortSignal): AsyncGenerator<AnswerEvent>;
  /** Answers in a conversation that somebody else remembers; the request's `conversationId` counts for nothing. */
  answerIn(
    memory: StoredMemory,
    request: AnswerRequest,
    signal: AbortSignal,
  ): AsyncGenerator<AnswerEvent>;
  /** @throws {TutorError} `not-found` */
  document(id: string): DocumentView;
  status(): Status;
  /** What retrieval finds for a question, with every signal. */
  trace(question: string | RetrievalQuery, limit: number): Promise<Retrieval>;
  /** What a question is compared with others by. */
  questionTerms(question: string): ReadonlyMap<string, number>;
  /** Sentences for the terminal about how the index was opened; empty when nothing is remarkable. */
  readonly notes: readonly string[];
  readonly opened: OpenedIndex;
};

export type ComposeOptions = {
  readonly onProgress?: BuildProgress;
  /** Ends an indexing under way. */
  readonly signal?: AbortSignal;
  /** Replaces the configured chat model: for evals and recordings. */
  readonly chatModel?: ChatModel;
  /** Replaces the configured model that reads drafts; `null` is the offline engine. */
  readonly structuredModel?: StructuredModel | null;
  /** Told of each sentence that the scan of what leaves kept back, by the rule's id alone. */
  readonly onScanHit?: (rule: ScanRule) => void;
  /** Stands around the chat model, whichever it is: for meters. */
  readonly observe?: (model: ChatModel) => ChatModel;
  readonly tuning?: Tuning;
  /** Kept from an earlier composition; by default made anew. */
  readonly lasting?: Lasting;
};

/** What an eval variant may set otherwise than it is served; whatever is left out stays as served. */
export type Tuning = {
  /** The rules of the answer prompt. */
  readonly rules?: string;
  /** Passages that a model is shown. */
  readonly passages?: number;
  /** Log-odds that the offline model asks for beyond its threshold before it answers. */
  readonly caution?: number;
  /** Weights of the retrieval channels. */
  readonly weights?: Partial<ChannelWeights>;
  /** Of the endpoint's model. */
  readonly temperature?: number;
};

/**
 * Builds the tutor that the settings describe; indexes the corpus when the index does not fit it.
 * @throws {TutorError} when the corpus or the index cannot be used
 */
export async function composeTutor(config: Config, options: ComposeOptions = {}): Promise<Tutor> {
  const parts = await commonParts(config, options.lasting);
  const opened = await openIndex({
    ...parts,
    ...(options.onProgress && { onProgress: options.onProgress }),
    ...(options.signal && { signal: options.signal }),
  });
  return tutorOver(config, { ...parts, opened }, options);
}

/** Indexes the corpus anew and makes the result current. */
export async function ingestCorpus(
  config: Config,
  onProgress?: BuildProgress,
): Promise<OpenedIndex> {
  return ingest({ ...(await commonParts(config)), ...(onProgress && { onProgress }) });
}

type Parts = Lasting & {
  readonly corpusDir: string;
  readonly indexDir: string;
  readonly glossary: Glossary;
  readonly embedder: Embedder | null;
};

async function commonParts(config: Config, kept?: Lasting): Promise<Parts> {
  const lasting = kept ?? (await createLasting());
  return {
    ...lasting,
    corpusDir: config.corpusDir,
    indexDir: indexFolder(config.dataDir),
    glossary: await readGlossary(config.corpusDir, lasting.analyzer),
    embedder: await createEmbedder(config),
  };
}

async function tutorOver(
  config: Config,
  parts: Parts & { readonly opened: OpenedIndex },
  options: ComposeOptions,
): Promise<Tutor> {
  const { corpusDir, analyzer, conversations, ledgers, watch, opened } = parts;
  const { chatModel, structuredModel, onScanHit, tuning = {} } = options;
  const { observe = (model) => model } = options;
  const { index, notes } = opened;
  const { speller, retriever, tools } = await searchOver(parts, tuning);
  const offline = toChatModel(
    'offline',
    createOfflineChatModel((messages) =>
      extractAnswer(readAnswerPrompt(messages), tools, tuning.caution),
    ),
    config.deadlines,
  );
  const chosen =
    chatModel ?? (await createEndpointModel(config, tuning.temperature, watch)) ?? offline;
  const model = observe(chosen);
  const { passages, rules = answerRules } = tuning;
  const guard = await runInSlices(guardInSteps(opened.protection, rules), options.signal);
  const fallback = chosen === offline ? null : offline;
  const critic = await composeCritic({
    ...{ corpusDir, index, retriever, analyzer, speller },
    model:
      structuredModel === undefined
        ? await createEndpointStructured(config, watch)
        : structuredModel,
  });

  const answering = {
    ...{ retriever, model, fallback, analyzer, guard },
    prompt: (input: Parameters<typeof answerPrompt>[0]) => answerPrompt(input, rules),
    ...(passages !== undefined && { passages }),
    ...(onScanHit && { onScanHit }),
  };

  return {
    ...critic,
    opened,
    notes,
    answer: (request, signal) => answer({ ...answering, conversations, ledgers }, request, signal),
    answerIn: (memory, request, signal) =>
      answer({ ...answering, ...recall(memory) }, request, signal),
    document: (id) => documentView(index, id),
    status: () => ({
      mode: chosen === offline ? 'offline' : 'endpoint',
      chatModel: model.name,
      documents: index.documents.size,
      chunks: index.chunks.length,
      starters: starterQuestions([...index.documents.values()]),
    }),
    trace: (question, limit) =>
      retriever.retrieve(typeof question === 'string' ? { text: question } : question, { limit }),
    questionTerms: (question) => questionTerms(question, tools, tools.weights),
  };
}

/** What finds passages, and what the offline model reads them with. */
async function searchOver(
  { analyzer, glossary, lexicon, embedder, opened }: Parts & { readonly opened: OpenedIndex },
  { weights: channels }: Tuning,
) {
  const { index } = opened;
  const speller = createSpeller(index.keywords.words, index.keywords.forms);
  await pause();
  const usable = embedder && index.embeddingModel === embedder.model ? embedder : null;
  const { expected, documents, chunks } = index;
  const words = { analyzer, glossary, lexicon, speller };
  const matcher = createQuestionMatcher({ expected, documents, chunks, tools: words });
  const retriever = createRetriever({
    ...{ index, ...words, matcher, embedder: usable },
    ...(channels && { weights: channels }),
  });
  const weights = createTermWeights(index.keywords.stems);
  return { speller, retriever, tools: { ...words, weights, matcher, read: new Map() } };
}
