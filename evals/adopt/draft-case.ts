import { detectLanguage } from '../../server/language/detect-language.ts';
import { hashOf } from '../runs/hashes.ts';
import { anonymise } from './anonymise.ts';
import type { Conversation } from './conversation.ts';

/** A line of `evals/cases/drafts.jsonl`: what is empty is for a person to fill in. */
export type DraftCase = {
  readonly id: string;
  readonly split: 'dev';
  readonly lang: string;
  readonly tags: readonly string[];
  readonly turns: readonly string[];
  readonly gold: readonly [];
  readonly nuggets: readonly [];
  readonly why: '';
  /** What the tutor made of it, for whoever judges. */
  readonly observed: { readonly decision: string | null; readonly text: string | null };
};

/**
 * Makes a case of a conversation. Its id comes from its own words, so that nothing leads back to the conversation.
 * @param known tells whether the course holds a text
 */
export function draftCase(
  { turns, decision, answer }: Pick<Conversation, 'turns' | 'decision' | 'answer'>,
  known: (text: string) => boolean,
): { readonly draft: DraftCase; readonly replaced: number } {
  const said = turns.map((turn) => anonymise(turn, known));
  const replied = answer === undefined ? null : anonymise(answer, known);
  const texts = said.map(({ text }) => text);
  const replaced = [...said, ...(replied ? [replied] : [])];
  return {
    draft: {
      ...{ id: `draft-${hashOf(texts).slice(0, 8)}`, split: 'dev', tags: ['adopted'] },
      ...{ lang: detectLanguage(texts.at(-1) ?? '') ?? 'fr', turns: texts },
      ...{ gold: [], nuggets: [], why: '' },
      observed: { decision: decision ?? null, text: replied?.text ?? null },
    },
    replaced: replaced.reduce((sum, one) => sum + one.replaced, 0),
  };
}
