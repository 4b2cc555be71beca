import type { TurnView } from '../../server/contract/conversations.ts';
import type { Citation, Source } from '../../server/contract/course.ts';
import { emptyAnswer, type AnswerState } from '../ask/answer-state.ts';

const place = {
  documentId: 'qualite',
  title: 'Qualité des données',
  headings: ['Les six dimensions'],
  start: 10,
  end: 30,
  line: 12,
  language: 'fr',
};

/** A citation of a French document, changed as a test needs. */
export function someCitation(changes: Partial<Citation> = {}): Citation {
  return {
    ...place,
    marker: 1,
    quote: 'une valeur valide',
    plain: 'une valeur valide',
    ...changes,
  };
}

/** A retrieved passage of the same document. */
export function someSource(changes: Partial<Source> = {}): Source {
  return { ...place, rank: 1, snippet: 'La validité se distingue…', ...changes };
}

/** A finished answer, changed as a test needs. */
export function doneAnswer(
  changes: Partial<Extract<AnswerState, { status: 'done' }>> = {},
): AnswerState {
  return {
    ...emptyAnswer,
    status: 'done',
    decision: 'answer',
    language: 'fr',
    fallback: false,
    nearest: [],
    citations: [],
    ...changes,
  };
}

/** A stored question with its whole answer, changed as a test needs. */
export function someStoredTurn(changes: Partial<TurnView> = {}): TurnView {
  return {
    ...{ id: 't1', question: 'Pourquoi ?', status: 'complete', askedAt: '2026-11-25T10:00:00Z' },
    ...{ text: 'Parce que [1].', sources: [], citations: [someCitation()], unsupported: [] },
    ...{ dropped: 0, decision: 'answer', language: 'fr', fallback: false, nearest: [] },
    ...{ rating: null, failure: null },
    ...changes,
  };
}
