import type { Document, Span } from '../documents/document.ts';
import { foldAccents } from '../language/tokenize.ts';
import { boldLevel, type Heading, headingsOf } from './headings.ts';

/** A part of a document that gives a solution away, with the heading that says so. */
export type Part = Span & { readonly heading: string };

const name =
  '(?:solutions?|corriges?|corrections?|reponses? attendues?|(?:worked|sample|model|suggested|proposed|example) (?:solution|answer)s?|answer keys?|(?:elements?|pistes?|propositions?|exemples?) de (?:solution|correction|corrige|reponse)s?)';
const quality =
  '(?:proposee?s?|detaillee?s?|types?|completes?|possibles?|attendue?s?|indicati(?:f|ve)s?|commentee?s?|exemples?)';
const work =
  '(?:exercices?|exercises?|cas|cases?|tp|td|quiz|qcm|problemes?|problems?|devoirs?|questions?|examens?|exams?|ateliers?|etudes? de cas|projets?|scenarios?|enonces?|assignments?)';
/** “Solution”, “Solution : …”, “Solution 2”, “Corrigé type”, “Correction de l’exercice 3”; not “Solutions de stockage”. */
const solutionHeading = new RegExp(
  `^${name}(?:\\s*(?:$|[^\\p{L}\\p{N}\\s'])|\\s+(?:\\d|${quality}\\b|(?:(?:de|du|des|d'un|d'une|aux?|pour|to|of|for)\\s+)?(?:(?:le|la|les|l'|the)\\s*)?${work}\\b))`,
  'u',
);
/** What may stand before the name: “Exercice 2 – ”, “Partie B : ”, “IV. ”. */
const numbering = new RegExp(
  `^(?:(?:${work}|parties?|annexes?|sections?|chapitres?|part|appendix|etapes?)\\s*[\\p{L}\\p{N}]{0,4}|[ivx]{1,5}|[a-z])\\s*[-:.()–—|]+\\s*`,
  'u',
);

/** Where work is set, whatever stands under “Solution …” or “Correction …” is in doubt, and doubt seals. */
const doubtfulHeading = /^(?:solution|corriges?|correction)(?!\p{L})/u;
const setsWork =
  /(?<!\p{L})(?:exercices?|exercises?|enonces?|travail demande|consignes?|tp)(?!\p{L})/u;

/**
 * The worked solutions inside a document: sections headed as one, up to the next heading of the same or a higher level.
 * Lessons have none: there “Correction” is a topic.
 */
export function solutionParts({ kind, text, title }: Document): readonly Part[] {
  if (kind === 'lesson') return [];
  const headings = headingsOf(text);
  const strict =
    kind !== 'exercise' &&
    kind !== 'assignment' &&
    ![title, ...headings.map(({ heading }) => heading)].some((one) => setsWork.test(fold(one)));
  const parts: Part[] = [];
  let inside: Heading | null = null;
  for (const heading of headings) {
    if (inside && !endsPart(heading, inside.level)) continue;
    if (inside) parts.push({ ...inside, end: heading.start });
    inside = headsSolution(heading, strict) ? heading : null;
  }
  if (inside) parts.push({ ...inside, end: text.length });
  return parts.map(({ start, end, heading }) => ({ start, end, heading }));
}

function headsSolution({ heading }: Heading, strict: boolean): boolean {
  const bare = withoutMarks(withoutMarks(fold(heading)).replace(numbering, ''));
  return solutionHeading.test(bare) || (!strict && doubtfulHeading.test(bare));
}

/** Bold lines inside a solution are its parts, unless they set the next piece of work. */
const endsPart = (other: Heading, level: number): boolean =>
  other.level <= level && (other.level < boldLevel || setsWork.test(fold(other.heading)));

const fold = (text: string): string => foldAccents(text.toLowerCase().replace(/’/g, "'"));
const withoutMarks = (text: string): string => text.replace(/^[^\p{L}]+/u, '');
