import type { AnswerEvent } from '../contract/answers.ts';
import type { Citation } from '../contract/course.ts';
import type { Verdict } from '../integrity/guard.ts';
import { hintReply, refusals } from '../integrity/hints/replies.ts';
import type { Reread } from '../integrity/register/register.ts';
import { headingSpan, headingsOf } from '../integrity/headings.ts';
import type { Language } from '../language/detect-language.ts';
import { citationAt } from './places.ts';

/** What is said of a protected turn: text with markers, and the sections that they lead to. */
export type ProtectedReply = {
  readonly decision: 'answer' | 'hint' | 'refuse';
  readonly text: string;
  readonly citations: readonly Citation[];
};

/**
 * The reply to a turn about an exam item, or to one that pries. It depends on the item and on how many hints were given,
 * never on what the student proposed.
 * @param given hints given so far about the item
 * @param firstMarker number of the first marker
 */
export function protectedReply(
  verdict: Extract<Verdict, { readonly kind: 'hint' | 'refuse' }>,
  {
    given,
    language,
    firstMarker = 1,
  }: {
    readonly given: number;
    readonly language: Language;
    readonly firstMarker?: number;
  },
): ProtectedReply {
  const cite = (section: Reread, at: number) => toCitation(section, firstMarker + at);
  if (verdict.kind === 'hint') {
    const { text } = hintReply(verdict.item, given, language);
    return {
      decision: 'hint',
      text: text.replace(/\[(\d)\]/g, (_, marker) => `[${firstMarker + Number(marker) - 1}]`),
      citations: verdict.item.reread.map(cite),
    };
  }
  const text = refusals[language][verdict.what];
  const statement = verdict.what === 'solution' ? (verdict.solution?.statement ?? null) : null;
  if (!statement) return { decision: 'refuse', text, citations: [] };
  const plan = planOf(statement);
  const words = language === 'fr' ? 'Le plan de l’énoncé' : 'The plan of the statement';
  const lines = plan.map(({ heading }, at) => `- ${heading} [${firstMarker + at}]`);
  return {
    decision: 'refuse',
    text: plan.length > 0 ? `${text}\n\n${words} :\n${lines.join('\n')}` : text,
    citations: plan.map(cite),
  };
}

/** Sections named of a statement. */
const planLength = 6;

/** The headings of a statement, without its title: what is asked, in the order in which it is asked. */
function planOf(document: Reread['document']): readonly Reread[] {
  return headingsOf(document.text)
    .slice(1)
    .filter(({ heading }) => heading !== '')
    .slice(0, planLength)
    .map(({ start, heading }) => ({ document, heading, ...headingSpan(document.text, start) }));
}

const toCitation = ({ document, heading, start, end }: Reread, marker: number): Citation =>
  citationAt(document, { start, end }, { marker, headings: [heading], plain: heading });

/** A reply that nothing was retrieved for, as events. */
export function* sayProtected(
  conversationId: string,
  { decision, text, citations }: ProtectedReply,
  language: Language,
): Generator<AnswerEvent, void> {
  yield { type: 'sources-available', conversationId, sources: [] };
  yield { type: 'text-delta', delta: text };
  yield { type: 'citations-available', citations, unsupported: [], dropped: 0 };
  const untouched = { model: 'offline', fallback: false, keywordsOnly: false, nearest: [] };
  yield { type: 'answer-end', decision, language, ...untouched };
}
