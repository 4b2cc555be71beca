import type { ModelReply } from '../critique/model-reply.ts';

export type ReplyPart = Partial<ModelReply['criteria'][number]>;

/** What a model replies on one criterion of {@link thinDraft}, changed as a test needs. */
export const replyOn = (id: string, part: ReplyPart = {}): ModelReply['criteria'][number] => ({
  id,
  finding: 'partial',
  quotations: ['l’historique des achats et les clics'],
  passage: null,
  passageQuotation: null,
  sentence: 'Une phrase du modèle.',
  question: 'Une question du modèle ?',
  nextStep: 'Une étape du modèle.',
  ...part,
});

/** A whole reply, on criteria in this order. */
export const replyOf = (
  criteria: readonly ModelReply['criteria'][number][],
  more: Partial<ModelReply> = {},
): string => JSON.stringify({ criteria, contradictions: [], offTopic: false, ...more });
