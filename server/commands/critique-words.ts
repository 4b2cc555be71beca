import type { Finding, ProgressItem } from '../contract/critiques.ts';

/** The words around a critique in the terminal and in a replay. No-break spaces are written as escapes. */
export const critiqueWords = {
  fr: {
    findings: { met: 'montré', partial: 'en partie', missing: 'à traiter' } satisfies Record<
      Finding,
      string
    >,
    changes: {
      addressed: 'traité',
      'still-open': 'encore ouvert',
      new: 'nouveau',
    } satisfies Record<ProgressItem['change'], string>,
    criteria: 'Critère par critère',
    items: 'À lire d’abord',
    progress: 'Depuis le brouillon précédent',
    question: 'Question',
    next: 'Prochaine étape',
    course: 'Le cours',
    before: 'avant',
    now: 'maintenant',
    gone: 'ce passage n’est plus dans le brouillon',
    notice: 'Repère est une IA\u00a0: elle peut se tromper. Relisez chaque citation.',
    fallback: 'Le modèle de langage n’a pas répondu\u202f; le moteur hors ligne a lu ce brouillon.',
    colon: '\u00a0:',
    quote: (text: string) => `«\u00a0${text}\u00a0»`,
  },
  en: {
    findings: { met: 'shown', partial: 'in part', missing: 'to be done' } satisfies Record<
      Finding,
      string
    >,
    changes: { addressed: 'addressed', 'still-open': 'still open', new: 'new' } satisfies Record<
      ProgressItem['change'],
      string
    >,
    criteria: 'Criterion by criterion',
    items: 'To read first',
    progress: 'Since the draft before',
    question: 'Question',
    next: 'Next step',
    course: 'The course',
    before: 'before',
    now: 'now',
    gone: 'this passage is no longer in the draft',
    notice: 'Repère is an AI: it can be wrong. Read each quotation again.',
    fallback: 'The language model did not answer; the offline engine read this draft.',
    colon: ':',
    quote: (text: string) => `“${text}”`,
  },
} as const;
