import type { AnswerEvent, Unsupported } from '../../contract/answers.ts';
import type { Citation, Source } from '../../contract/course.ts';

/** What is stored of an answer besides its decision and language: enough to show it, and to send its events again. */
export type StoredAnswer = {
  readonly text: string;
  /** How long each piece was that the text left in, in UTF-16 code units. */
  readonly pieces: readonly number[];
  /** `null` where they did not leave. */
  readonly sources: readonly Source[] | null;
  /** Of the markers of `text`; `null` where none is known. Known before they leave, so that a cut does not lose them. */
  readonly citations: readonly Citation[] | null;
  readonly unsupported: readonly Unsupported[];
  readonly dropped: number;
  /** What the last event said; `null` where the answer did not end. */
  readonly end: {
    readonly model: string;
    readonly fallback: boolean;
    readonly keywordsOnly: boolean;
    readonly nearest: readonly Source[];
  } | null;
  /** Code of the failure that ended it. */
  readonly failure: string | null;
};

/** An answer of which nothing has come. */
export const nothingYet: StoredAnswer = {
  ...{ text: '', pieces: [], sources: null, citations: null, unsupported: [], dropped: 0 },
  ...{ end: null, failure: null },
};

/** Collects the events of an answer. */
export type AnswerRecord = {
  take(event: AnswerEvent): void;
  /** Notes the citations of the markers that leave next; an answer that is cut before its end keeps them. */
  cite(citations: readonly Citation[]): void;
  /** What has come so far. */
  value(failure?: string | null): StoredAnswer;
};

export function createAnswerRecord(): AnswerRecord {
  const pieces: number[] = [];
  let text = '';
  let rest: Pick<StoredAnswer, 'sources' | 'citations' | 'unsupported' | 'dropped' | 'end'> =
    nothingYet;
  return {
    take(event) {
      switch (event.type) {
        case 'sources-available':
          rest = { ...rest, sources: event.sources };
          break;
        case 'text-delta':
          text += event.delta;
          pieces.push(event.delta.length);
          break;
        case 'citations-available': {
          const { citations, unsupported, dropped } = event;
          rest = { ...rest, citations, unsupported, dropped };
          break;
        }
        case 'answer-end': {
          const { model, fallback, keywordsOnly, nearest } = event;
          rest = { ...rest, end: { model, fallback, keywordsOnly, nearest } };
          break;
        }
        case 'error':
          break;
      }
    },
    cite(citations) {
      rest = { ...rest, citations };
    },
    value: (failure = null) => {
      const { sources, citations, unsupported, dropped, end } = rest;
      return { text, pieces, sources, citations, unsupported, dropped, end, failure };
    },
  };
}

/** The answer of a stored text, which this server wrote. */
export const readStoredAnswer = (text: string): StoredAnswer => ({
  ...nothingYet,
  ...(JSON.parse(text) as Partial<StoredAnswer>),
});
