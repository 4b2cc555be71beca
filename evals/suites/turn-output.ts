import type { PlayedTurn } from '../bench/play-case.ts';
import type { Outcome } from './case-suite.ts';

/** What a row keeps of the last turn of a conversation. */
export function turnOutcome(turn: PlayedTurn, scores: Outcome['scores']): Outcome {
  return {
    output: {
      decision: turn.decision,
      text: turn.text,
      citations: turn.citations.map(({ documentId: doc, start, end, quote }) => ({
        ...{ doc, start, end, quote },
      })),
      retrieved: turn.sources.map(({ documentId: doc, start, end, rank, headings }) => ({
        ...{ doc, start, end, rank },
        section: headings.join(' › '),
      })),
    },
    scores,
    ttftMs: turn.ttftMs,
    totalMs: turn.latencyMs,
  };
}
