import type { Citation } from '../../server/contract/course.ts';
import type { TurnMutant } from './mutant.ts';
import type { Turn } from './turn.ts';

const defect = (
  name: string,
  killers: readonly string[],
  change: TurnMutant['change'],
): TurnMutant => ({
  ...{ name, area: 'citation', suites: ['answers'], change },
  killers: killers.map((metric) => `answers.${metric}`),
});

/** Every quotation changed. */
const each = (turn: Turn, change: (citation: Citation) => Citation): Turn => ({
  ...turn,
  citations: turn.citations.map(change),
});

const marker = /\s*\[\d{1,3}\]/g;

/** The whole lines of a document, to quote from elsewhere in it. */
const elsewhere = (
  text: string,
  { start, end }: Citation,
): Pick<Citation, 'start' | 'end' | 'quote'> => {
  const length = end - start;
  const from = start >= length ? 0 : Math.max(end, text.length - length);
  return { start: from, end: from + length, quote: text.slice(from, from + length) };
};

/** Defects of quotations and markers. */
export const citationMutants: readonly TurnMutant[] = [
  defect('names another document', ['quotations-exact', 'cites-gold'], (turn, { texts }) => {
    const [first, second] = texts.keys();
    return each(turn, (one) => ({
      ...one,
      documentId: one.documentId === first ? second! : first!,
    }));
  }),
  defect('shifts offsets by three', ['quotations-exact'], (turn) =>
    each(turn, (one) => ({ ...one, start: one.start + 3, end: one.end + 3 })),
  ),
  defect('counts offsets beyond the document', ['quotations-exact'], (turn) =>
    each(turn, (one) => ({ ...one, start: one.start + 1e6, end: one.end + 1e6 })),
  ),
  defect('loses the last letter of quotations', ['quotations-exact'], (turn) =>
    each(turn, (one) => ({ ...one, quote: one.quote.slice(0, -1) })),
  ),
  defect('changes one word of a quotation', ['quotations-exact'], (turn) =>
    each(turn, (one) => ({ ...one, quote: one.quote.replace(/\p{L}{4,}/u, 'chose') })),
  ),
  defect('capitalises quotations', ['quotations-exact'], (turn) =>
    each(turn, (one) => ({ ...one, quote: one.quote.toUpperCase() })),
  ),
  defect('joins two places by an ellipsis', ['quotations-exact'], (turn) =>
    each(turn, (one) => ({ ...one, quote: one.quote.replace(/ \S+ /, ' … ') })),
  ),
  defect('cites nothing', ['cites-gold', 'grounded'], (turn) => ({
    ...turn,
    citations: [],
    text: turn.text.replace(marker, ''),
  })),
  defect('keeps markers without quotations', ['markers-bound'], (turn) => ({
    ...turn,
    citations: [],
  })),
  defect('keeps quotations without markers', ['markers-bound', 'grounded'], (turn) => ({
    ...turn,
    text: turn.text.replace(marker, ''),
  })),
  defect('numbers every quotation 1', ['markers-bound', 'grounded'], (turn) =>
    each(turn, (one) => ({ ...one, marker: 1 })),
  ),
  defect(
    'quotes the right document elsewhere',
    ['cites-gold', 'quotes-gold', 'grounded'],
    (turn, { texts }) =>
      each(turn, (one) => ({ ...one, ...elsewhere(texts.get(one.documentId) ?? '', one) })),
  ),
  defect('cites everything it found', ['quotes-gold'], (turn, { texts }) => {
    const added = turn.sources.map((source, at): Citation => {
      const end = Math.min(source.end, source.start + 80);
      const quote = (texts.get(source.documentId) ?? '').slice(source.start, end);
      return { ...source, end, quote, plain: quote, marker: turn.citations.length + at + 1 };
    });
    const markers = added.map((one) => ` [${one.marker}]`).join('');
    if (turn.citations.length === 0) return turn;
    return { ...turn, citations: [...turn.citations, ...added], text: `${turn.text}${markers}` };
  }),
];
