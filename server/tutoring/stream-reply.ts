import type { AnswerEvent, Decision, Unsupported } from '../contract/answers.ts';
import type { GuardedTurn } from '../integrity/guard.ts';
import { createQuotationFinder } from '../documents/find-quotation.ts';
import type { ScanHit, ScanRule } from '../integrity/scan/scan-rules.ts';
import type { Language } from '../language/detect-language.ts';
import type { RetrievedChunk } from '../retrieval/retriever.ts';
import { backingText } from './backing-text.ts';
import type { ChatModel, PromptMessage } from './chat-model.ts';
import { type CitationGate, createCitationGate, type FoundQuotation } from './citation-gate.ts';
import { phrases } from './phrases.ts';
import { createDirectiveReader } from './reply-directive.ts';
import { createSentenceGate, type SentenceGate } from './sentence-gate.ts';
import { unsupportedSentences } from './unsupported-sentences.ts';

/** A quotation and the marker of the text that it is bound to. */
export type BoundQuotation = FoundQuotation & { readonly marker: number };

/** A finished reply, its quotations found. */
export type Reply = {
  readonly decision: Decision;
  /** What was shown, markers included. */
  readonly text: string;
  readonly citations: readonly BoundQuotation[];
  readonly unsupported: readonly Unsupported[];
  readonly dropped: number;
  /** Set when the scan stopped the reply; `text` is what had left before. */
  readonly hit: ScanHit | null;
  /** The rules that sentences broke: what is counted of them. */
  readonly rules: readonly ScanRule[];
};

/** As much of a {@link RetrievedChunk} as a quotation is found in. */
export type QuotableChunk = Pick<RetrievedChunk, 'rank'> & {
  readonly chunk: Pick<RetrievedChunk['chunk'], 'documentId' | 'start' | 'text'>;
};

type ReplyRequest = {
  readonly messages: readonly PromptMessage[];
  readonly chunks: readonly QuotableChunk[];
  readonly language: Language;
  /** How many sections an abstention can name. */
  readonly nearest: number;
  /** What leaves passes through the scan, sentence by sentence or all at once. */
  readonly guarded: Pick<GuardedTurn, 'openScan' | 'whole'>;
  /** Told, before a text with a marker leaves, of the quotations of all markers that have left by then. */
  readonly onMarker?: (left: readonly BoundQuotation[]) => void;
};

/**
 * Streams a model's reply as text events, with its quotations turned into markers, and returns the whole.
 * @throws whatever the model throws
 */
export async function* streamReply(
  model: ChatModel,
  { messages, chunks, language, nearest, guarded, onMarker }: ReplyRequest,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, Reply> {
  const reader = createDirectiveReader();
  const gate = createCitationGate(quotationFinder(chunks));
  const quoteOf = (marker: number) => quotedText(gate.result().citations[marker - 1], chunks);
  const sentences = createSentenceGate(guarded, quoteOf);
  let shown = '';
  let raw = '';
  const pass = (read: ReturnType<typeof reader.push>): string =>
    read && read.directive !== 'abstain' ? gate.push(read.text) : '';

  for await (const delta of model.stream(messages, { signal })) {
    raw += delta;
    const read = reader.push(delta);
    if (read?.directive === 'abstain') break; // whatever follows would not be shown
    const text = sentences.push(pass(read));
    if (text !== '') {
      shown += text;
      // A marker leaves in one piece: where no bracket closes there is no new one.
      if (text.includes(']')) onMarker?.(bind(sentences.left(), gate.result().citations));
      yield { type: 'text-delta', delta: text };
    }
    if (sentences.hit()) return stoppedReply(shown, gate, sentences);
  }
  const { directive, text: rest } = reader.end();
  const tail = (directive === 'abstain' ? '' : gate.push(rest)) + gate.end();
  const last = directive === 'abstain' ? '' : sentences.push(tail) + sentences.end();
  const rules = sentences.rules();
  const { citations, droppedAt } = gate.result();
  // Of a reply whose every quoted sentence was left out only its headings are left: they answer nothing.
  const isGutted = shown === '' && citations.length > 0 && sentences.left().length === 0;
  if (!isGutted && last !== '') yield { type: 'text-delta', delta: last };
  if (!isGutted) shown += last;
  if (sentences.hit()) return stoppedReply(shown, gate, sentences);

  if (directive === 'abstain' || shown.trim() === '') {
    const text = phrases[language].abstain(nearest);
    yield { type: 'text-delta', delta: text };
    return {
      decision: 'abstain',
      text,
      citations: [],
      unsupported: [],
      dropped: 0,
      hit: null,
      rules,
    };
  }
  // A reply that quotes nothing and never tried to says, in whatever words, that the course is silent;
  // so does one that comes to the directive after some words of its own.
  const silent = citations.length === 0 && (droppedAt.length === 0 || /\[\[abstain]]/i.test(raw));
  const stillThere = droppedAt.flatMap((offset) => sentences.placeOf(offset) ?? []);
  const decision = directive === 'clarify' ? 'clarify' : silent ? 'abstain' : 'answer';
  return {
    decision,
    text: shown,
    citations: bind(sentences.left(), citations),
    // Also of an abstention in the model's own words: what it claims besides is no less unsupported.
    unsupported: decision === 'clarify' ? [] : unsupportedSentences(shown, stillThere),
    dropped: droppedAt.length,
    hit: null,
    rules,
  };
}

/** What had left when the scan stopped the reply, with the quotations that its markers are bound to. */
function stoppedReply(text: string, gate: CitationGate, sentences: SentenceGate): Reply {
  const { citations, droppedAt } = gate.result();
  return {
    decision: 'hint',
    text,
    // Of what was held back to the end nothing left.
    citations: text === '' ? [] : bind(sentences.left(), citations),
    unsupported: [],
    dropped: droppedAt.length,
    hit: sentences.hit(),
    rules: sentences.rules(),
  };
}

/** The quotations that left, under the markers that they left with. */
const bind = (
  left: readonly number[],
  citations: readonly FoundQuotation[],
): readonly BoundQuotation[] =>
  left.flatMap((given, at) => {
    const citation = citations[given - 1];
    return citation ? [{ ...citation, marker: at + 1 }] : [];
  });

/** What a marker's quotation says to the scan: its row as well, where it is a cell. */
const quotedText = (
  citation: FoundQuotation | undefined,
  chunks: readonly QuotableChunk[],
): string => {
  if (!citation) return '';
  const { documentId, start, end } = citation;
  const home = chunks.find(
    ({ chunk }) =>
      chunk.documentId === documentId &&
      chunk.start <= start &&
      end <= chunk.start + chunk.text.length,
  );
  if (!home) return '';
  return backingText(home.chunk.text, start - home.chunk.start, end - home.chunk.start);
};

/** Looks in the named source first, then in the others: a right quotation under a wrong number is still right. */
function quotationFinder(chunks: readonly QuotableChunk[]) {
  const finders = new Map(
    chunks.map(({ chunk, rank }) => [rank, { chunk, find: createQuotationFinder(chunk.text) }]),
  );
  return (source: number, quotation: string): FoundQuotation | null => {
    const named = finders.get(source);
    const others = [...finders.values()].filter((finder) => finder !== named);
    for (const { chunk, find } of named ? [named, ...others] : others) {
      const span = find(quotation);
      if (span) {
        return {
          documentId: chunk.documentId,
          start: chunk.start + span.start,
          end: chunk.start + span.end,
        };
      }
    }
    return null;
  };
}
