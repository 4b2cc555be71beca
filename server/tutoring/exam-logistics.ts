import type { Citation } from '../contract/course.ts';
import type { Document, Span } from '../documents/document.ts';
import { plainText } from '../documents/plain-text.ts';
import { splitStatements } from '../documents/split-statements.ts';
import { headingSpan, headingsOf } from '../integrity/headings.ts';
import { fold, words } from '../integrity/matching/fold.ts';
import { readReferences } from '../integrity/matching/references.ts';
import type { Language } from '../language/detect-language.ts';
import { citationAt } from './places.ts';

/** What a question about how an exam goes can ask for, and where an exam says it. */
type Matter = {
  readonly asked: RegExp;
  /** Tried on a statement with its heading before it. */
  readonly said: RegExp;
  readonly from: 'statements' | 'parts' | 'sections';
};

const matters: readonly Matter[] = [
  {
    asked: words(
      'dur(?:e|ee|ees|ent|ation)|combien de (?:temps|minutes)|temps|minutes|heures?|how long|time|cuanto (?:tiempo|dura)|dura|مدة|كم من الوقت',
    ),
    said: words('dur(?:e|ee|ation)|minutes|heures|temps imparti|time allowed'),
    from: 'statements',
  },
  {
    asked: words(
      'baremes?|not(?:e|ee|es|er|ation)|points?|coefficient|sur combien|grad\\w+|mark\\w*|worth|vaut|valent|scor\\w+|puntos|puntuacion|نقطة|نقاط|درجات',
    ),
    said: /bareme|marking scheme|puntuacion|total|\/ ?\d{1,3}(?!\d)/u,
    from: 'statements',
  },
  {
    asked: words(
      'combien de (?:parties|questions|items|cas|sections)|how many|parties|parts|sections?|structur\\w+|format|deroul\\w+|se pass(?:e|er|ent|era)|exam (?:go|work)|compos\\w+|contient|contenu|content|partes|اجزاء|جزء',
    ),
    said: /./u,
    from: 'parts',
  },
  {
    asked: words('revis\\w+|prepar\\w+|study|revoir|reviewing|estudiar|استعد|اراجع'),
    said: /./u,
    from: 'sections',
  },
  {
    asked: words(
      'consignes?|instructions?|autoris\\w+|droit|interdit\\w*|allowed|permitted|calculatrice|calculator|documents?|justifi\\w+|justify|mots|phrases?|lignes?|permitid[oa]s?|مسموح',
    ),
    said: words(
      'consignes?|instructions?|repondez|justifi\\w+|autoris\\w+|interdit\\w*|answer|allowed',
    ),
    from: 'statements',
  },
];

/** A list of points is nothing to revise. */
const pointsHeading = /^(?:bareme|marking|points|puntuacion)/;
const partHeading = /^(?:partie|part|section|parte)\s/;
const maxFacts = 8;
const deepestHeading = 6;

/** What the open parts of the exams say of how they go. */
export type LogisticsReply = { readonly text: string; readonly citations: readonly Citation[] };

const frame = {
  fr: 'Voici ce qu’en dit l’examen :',
  en: 'This is what the exam says:',
} as const;
const revision = {
  fr: 'Pour préparer l’examen, relisez ces sections, puis posez-moi des questions sur ce que fait chaque métier et sur les notions que vous connaissez mal :',
  en: 'To prepare for the exam, reread these sections, then ask me what each job does and about the notions that you know least:',
} as const;

/**
 * Answers a question about how an exam goes with the exam's own open words.
 * @param exams the open parts of the exams
 * @returns `null` when they do not say it
 */
export function logisticsReply(
  question: string,
  exams: readonly Document[],
  language: Language,
): LogisticsReply | null {
  const text = fold(question);
  const matter = matters.find(({ asked }) => asked.test(text));
  if (!matter) return null;
  const facts = exams.flatMap((exam) => factsOf(exam, matter, question)).slice(0, maxFacts);
  if (facts.length === 0) return null;
  const citations = facts.map((fact, at) => toCitation(fact, at + 1));
  const lines = citations.map(({ plain, marker }) => `- ${plain} [${marker}]`);
  const opening = matter.from === 'sections' ? revision[language] : frame[language];
  return { text: `${opening}\n${lines.join('\n')}`, citations };
}

type Fact = Span & { readonly document: Document; readonly headings: readonly string[] };

function factsOf(document: Document, { said, from }: Matter, question: string): readonly Fact[] {
  if (from !== 'statements') {
    return headingSpans(document).filter(
      ({ headings: [heading = ''] }) =>
        partHeading.test(fold(heading)) === (from === 'parts') &&
        !pointsHeading.test(fold(heading)),
    );
  }
  const { parts } = readReferences(question);
  const facts = splitStatements(document.text)
    .map(({ start, end, headings }) => ({ document, start, end, headings }))
    .filter(({ start, end, headings }) => {
      const heading = fold(headings.at(-1) ?? '');
      const isUnder = !partHeading.test(heading) && said.test(heading);
      return isUnder || said.test(fold(document.text.slice(start, end)));
    });
  const ofPart = facts.filter(({ start, end, headings }) => {
    const own = `${headings.join(' ')} ${document.text.slice(start, end)}`;
    return parts.some((part) => new RegExp(`(?<!\\p{L})${part}(?!\\p{L})`, 'u').test(own));
  });
  return ofPart.length > 0 ? ofPart : facts;
}

/** The headings below the title, each as a place of its own. */
function headingSpans(document: Document): readonly Fact[] {
  const heads = headingsOf(document.text).filter(({ level }) => level <= deepestHeading);
  return heads.slice(1).flatMap(({ start, heading }, at) => {
    const span = headingSpan(document.text, start);
    const under = document.text.slice(span.end, heads[at + 2]?.start);
    // A section that was sealed whole has nothing to read.
    if (!/\p{L}/u.test(under)) return [];
    return [{ document, ...span, headings: [heading] }];
  });
}

function toCitation({ document, start, end, headings }: Fact, marker: number): Citation {
  const plain = plainText(document.text.slice(start, end)).replace(/\s+/g, ' ').trim();
  const below = headings.filter((heading) => heading !== document.title);
  return citationAt(document, { start, end }, { marker, headings: below, plain });
}
