import type { Messages } from '../i18n/messages.ts';
import type { Conversation } from './conversation-state.ts';

/**
 * What a screen reader is told of the last answer, politely: that it began, and how it ended. Never the text as it
 * arrives, which would make the page unusable. Failures are not here: they are alerts.
 */
export function announcement({ turns }: Conversation, messages: Messages): string {
  const last = turns.at(-1);
  // A stored answer that is opened again is no news.
  const answer = last?.live ? last.answer : undefined;
  switch (answer?.status) {
    case undefined:
    case 'failed':
      return '';
    case 'streaming':
      return messages.ask.answerStarted;
    case 'stopped':
      return messages.ask.answerStopped;
    case 'done':
      if (answer.decision === 'abstain') return messages.ask.abstained;
      if (answer.decision === 'hint') return messages.ask.hinted;
      if (answer.decision === 'refuse') return messages.ask.refused;
      if (answer.decision === 'clarify') return messages.ask.clarify;
      return messages.ask.answerEnded(answer.citations?.length ?? 0);
  }
}
