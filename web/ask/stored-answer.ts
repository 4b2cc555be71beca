import type { AnswerView } from '../../server/contract/conversations.ts';
import { emptyAnswer, type AnswerState } from './answer-state.ts';

/** A stored answer as the page shows it. One still being written is empty: its events are told again from the first. */
export function storedAnswer(turn: AnswerView): AnswerState {
  const { text, sources, citations, unsupported, dropped, language, fallback, nearest } = turn;
  const received = { text, sources, unsupported, dropped };
  // Where the answer did not reach its end, no citations means that none were checked.
  const checked = citations.length > 0 ? citations : null;
  switch (turn.status) {
    case 'streaming':
      return emptyAnswer;
    case 'complete':
      return {
        ...{ ...received, citations, language, fallback, nearest },
        ...{ status: 'done', decision: turn.decision ?? 'answer' },
      };
    case 'stopped':
      return { ...received, citations: checked, status: 'stopped' };
    case 'interrupted':
    case 'failed': {
      const code = turn.failure ?? 'model-interrupted';
      const failure = { code, retryable: true, retryAfterSeconds: null };
      return { ...received, citations: checked, status: 'failed', failure, lost: false };
    }
  }
}
