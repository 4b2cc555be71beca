import type { Document } from '../../documents/document.ts';
import { foldAccents, normalizeText } from '../../language/tokenize.ts';
import { type Heading, headingSpan, headingsOf } from '../headings.ts';
import type { Reread } from './register.ts';

/** A section of an open document, by the words of its heading; `null` where there is none. */
export type SectionFinder = (id: string, heading: string) => Reread | null;

/** Finds sections of open documents by their headings; the headings of each document are read once. */
export function createSectionFinder(open: readonly Document[]): SectionFinder {
  const known = new Map<string, ReadonlyMap<string, Heading>>();
  return (id, wanted) => {
    const document = open.find((one) => one.id === id);
    if (!document) return null;
    let headings = known.get(id);
    if (!headings) known.set(id, (headings = firstByName(headingsOf(document.text))));
    const found = headings.get(comparable(wanted));
    if (!found) return null;
    return { document, heading: found.heading, ...headingSpan(document.text, found.start) };
  };
}

/** Of headings that are compared as the same the first counts. */
const firstByName = (headings: readonly Heading[]): ReadonlyMap<string, Heading> =>
  new Map(headings.toReversed().map((one) => [comparable(one.heading), one]));

const comparable = (heading: string): string =>
  foldAccents(normalizeText(heading))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
