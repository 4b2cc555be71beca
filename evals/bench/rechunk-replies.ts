import type { Document } from '../../server/documents/document.ts';
import { createCitationGate, type FoundQuotation } from '../../server/tutoring/citation-gate.ts';
import { createQuotationFinder } from '../../server/documents/find-quotation.ts';
import { checkQuotations } from '../scorers/check-quotations.ts';
import { pick, randomFrom } from '../statistics/random.ts';

export type RechunkCounts = {
  readonly replies: number;
  readonly markers: number;
  readonly dangling: number;
  readonly inexact: number;
  /** Replies shown otherwise in pieces than whole. */
  readonly unstable: number;
};

type Finder = ReturnType<typeof createQuotationFinder>;

/** What a model may write besides true quotations: invented ones, made-up and unfinished markers, stray brackets. */
const noise = [
  ...['[[1|une citation inventée]]', '[[9|Kafka]]', '[[', ']]', '[', ']', '|', '[3]', '[1, 2]'],
  ...['[^4]', '[S2]', '【2】', '[source 1]', '[[1|', 'tab[0]', 'é😀', '1', ' ', '\n- ', '.', '—'],
];

/** Cuts random replies about the documents into random pieces, passes them through the citation gate, and counts. */
export function rechunkReplies(
  documents: readonly Document[],
  { count, seed }: { readonly count: number; readonly seed: number },
): RechunkCounts {
  const random = randomFrom(seed);
  const counts = { replies: 0, markers: 0, dangling: 0, inexact: 0, unstable: 0 };
  const finders = new Map<string, Finder>();
  for (; counts.replies < count; counts.replies += 1) {
    const document = pick(documents, random);
    const finder = finders.get(document.id) ?? createQuotationFinder(document.text);
    finders.set(document.id, finder);
    const reply = Array.from({ length: 1 + Math.floor(random() * 12) }, () =>
      piece(document, random),
    ).join('');
    const whole = pass([reply], document, finder);
    const cut = pass(cutAtRandom(reply, random), document, finder);
    const checked = checkQuotations(
      cut.text,
      cut.citations,
      new Map([[document.id, document.text]]),
    );
    counts.markers += checked.quotations - checked.unshown;
    counts.dangling += checked.dangling;
    counts.inexact += checked.quotations - checked.exact;
    if (cut.text !== whole.text || cut.shown !== cut.text) counts.unstable += 1;
  }
  return counts;
}

/** A true quotation, plain words of the document, or noise. Now and then far longer than any quotation should be. */
function piece({ text }: Document, random: () => number): string {
  if (random() < 0.5) return pick(noise, random);
  const start = wordAt(text, Math.floor(random() * text.length));
  const length = random() < 0.01 ? 2_500 : 10 + Math.floor(random() * 80);
  const words = text.slice(start, wordAt(text, start + length)).trim();
  return random() < 0.5 ? `[[1|${words}]]` : words;
}

/** Where the next word begins, or the end. */
function wordAt(text: string, offset: number): number {
  const space = text.indexOf(' ', offset);
  return space === -1 ? text.length : space + 1;
}

function cutAtRandom(text: string, random: () => number): readonly string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length;) {
    const length = 1 + Math.floor(random() * (random() < 0.5 ? 4 : 40));
    pieces.push(text.slice(at, at + length));
    at += length;
  }
  return pieces;
}

function pass(pieces: readonly string[], document: Document, finder: Finder) {
  const gate = createCitationGate((source, quotation): FoundQuotation | null => {
    const span = source === 1 ? finder(quotation) : null;
    return span && { ...span, documentId: document.id };
  });
  const shown = pieces.map((one) => gate.push(one)).join('') + gate.end();
  const { text, citations } = gate.result();
  return {
    ...{ shown, text },
    citations: citations.map((found, index) => ({
      ...found,
      marker: index + 1,
      quote: document.text.slice(found.start, found.end),
    })),
  };
}
