import { LineCounter, isNode, parseDocument, visit, type Document } from 'yaml';
import { z } from 'zod';
import { readQuickYaml } from '../../documents/quick-yaml.ts';
import { TutorError } from '../../errors.ts';
import { parseRoot, type Root } from './concept-root.ts';

/** What a concept is about: a job of the field, taking an exam, or the field itself. */
export type ConceptKind = 'role' | 'exam' | 'topic';

/** A concept with all the roots by which a text shows it. */
export type Concept = {
  readonly id: string;
  readonly kind: ConceptKind;
  /** Of all languages: a student mixes them. */
  readonly roots: readonly Root[];
};

const roots = z.array(z.string().min(1)).min(1);
const entry = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id is lower-case words with hyphens'),
  fr: roots,
  en: roots,
  es: roots,
  ar: roots,
});
const file = z.strictObject({
  roles: z.array(entry),
  exam: z.array(entry),
  topics: z.array(entry),
});
const sections = { roles: 'role', exam: 'exam', topics: 'topic' } as const;

/**
 * Reads a concept lexicon: lists "roles", "exam" and "topics" of concepts, each with an id and roots in four languages.
 * @param path for messages only
 * @throws {TutorError} `settings-wrong` naming the line and what to do: not YAML, another shape, an id twice, a root that
 * would match everything
 */
export function parseConcepts(source: string, path: string): readonly Concept[] {
  const quick = file.safeParse(readQuickYaml(source, 'failsafe')?.value);
  const concepts = quick.success ? conceptsOf(quick.data) : null;
  return concepts && !('fault' in concepts) ? concepts : parseWhole(source, path);
}

/** What is wrong with an entry, and which one it is. */
type Fault = { readonly fault: string; readonly place: readonly [string, number] };

/** The concepts of a file that has the right shape, or the first of them that cannot be used. */
function conceptsOf(data: z.infer<typeof file>): readonly Concept[] | Fault {
  const concepts: Concept[] = [];
  const known = new Set<string>();
  for (const section of ['roles', 'exam', 'topics'] as const) {
    for (const [index, { id, ...languages }] of data[section].entries()) {
      const place = [section, index] as const;
      if (known.has(id)) return { fault: `the concept "${id}" is there twice`, place };
      known.add(id);
      const ofConcept: Root[] = [];
      for (const written of Object.values(languages).flat()) {
        const root = parseRoot(written);
        if (!root) return { fault: tooWide(id, written), place };
        ofConcept.push(root);
      }
      concepts.push({ id, kind: sections[section], roots: ofConcept });
    }
  }
  return concepts;
}

/** Reads any YAML, and says on which line a mistake is. */
function parseWhole(source: string, path: string): readonly Concept[] {
  const lines = new LineCounter();
  // "failsafe" keeps every value the text it is written as: the concept "true" is no boolean.
  const document = parseDocument(source, {
    schema: 'failsafe',
    lineCounter: lines,
    prettyErrors: false,
  });
  const fail = (offset: number, what: string): never => {
    const message = `${path}, line ${lines.linePos(offset).line || 1}: ${what}; correct that line.`;
    throw new TutorError('settings-wrong', message);
  };
  const [error] = document.errors;
  if (error !== undefined) fail(error.pos[0], `not valid YAML (${error.message.split('\n')[0]})`);
  visit(document, {
    Alias: (_, alias) => fail(alias.range?.[0] ?? 0, 'a YAML alias ("*name") is no root'),
  });
  const parsed = file.safeParse(document.toJS());
  if (!parsed.success) {
    const { path: place, message } = parsed.error.issues[0]!;
    return fail(
      offsetOf(document, place),
      `${place.join('.') || 'the file'} is wrong (${message})`,
    );
  }
  const concepts = conceptsOf(parsed.data);
  return 'fault' in concepts ? fail(offsetOf(document, concepts.place), concepts.fault) : concepts;
}

const tooWide = (id: string, written: string): string =>
  `the root "${written}" of "${id}" would meet too much: end a short word with ".", and begin or end no phrase with an article`;

/** Where the innermost part of the file that a path reaches begins. */
function offsetOf(document: Document, place: readonly PropertyKey[]): number {
  for (let depth = place.length; depth > 0; depth -= 1) {
    const node = document.getIn(place.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
