import type { QuestionCase } from '../cases/load-cases.ts';
import { vitalShare } from '../scorers/facts.ts';
import type { PlayedTurn } from './play-case.ts';

/** How one answer to an answerable question did. */
export type AnswerScores = {
  readonly answered: boolean;
  /** All vital facts are in the text of an answer. */
  readonly goldInText: boolean;
  /** All vital facts are in the text or in its quotations: an English answer quotes French. */
  readonly goldWithQuotations: boolean;
  /** Share of the vital facts in the text, 0 when it is no answer. */
  readonly vital: number;
  /** A quotation overlaps a gold place. */
  readonly citesGold: boolean;
  /** Characters, markers left out. */
  readonly length: number;
};

/** Judges an answer by the facts and the places that its case names; a turn that does not answer holds no fact. */
export function judgeAnswer(
  { decision, text, citations }: Pick<PlayedTurn, 'decision' | 'text' | 'citations'>,
  { nuggets, gold }: Pick<QuestionCase, 'nuggets' | 'gold'>,
): AnswerScores {
  const answered = decision === 'answer';
  const quoted = [text, ...citations.map(({ quote }) => quote)].join('\n');
  const vital = answered ? vitalShare(text, nuggets) : 0;
  return {
    answered,
    goldInText: vital === 1,
    goldWithQuotations: answered && vitalShare(quoted, nuggets) === 1,
    vital,
    citesGold: citations.some((citation) =>
      gold.some(
        ({ documentId, start, end }) =>
          documentId === citation.documentId && start < citation.end && citation.start < end,
      ),
    ),
    length: text.replace(/\s*\[\d{1,3}\]/g, '').length,
  };
}
