import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ConceptSpan, createConceptFinder } from './find-concepts.ts';
import { type Concept, type ConceptKind, parseConcepts } from './parse-concepts.ts';

/** Concepts with their roots in French, English, Spanish and Arabic, by which a text is compared in any wording. */
export type ConceptLexicon = {
  /** Every concept, in the order of the file. */
  readonly ids: readonly string[];
  /** What a concept is about; undefined for an id that is none. */
  kindOf(id: string): ConceptKind | undefined;
  /** The concepts that a text names, roles and exam talk included. */
  conceptsIn(text: string): ReadonlySet<string>;
  /** The roles that a text names by any of their names: ids such as `role-data-engineer`. */
  rolesIn(text: string): ReadonlySet<string>;
  /** Where the text names which concept, by offset. */
  spansIn(text: string): readonly ConceptSpan[];
};

const shipped = join(import.meta.dirname, '..', 'concepts.yaml');

/**
 * The lexicon that comes with the project.
 * @throws {TutorError} `settings-wrong` naming file and line when it is malformed
 */
export async function readConcepts(path: string = shipped): Promise<ConceptLexicon> {
  return createConceptLexicon(parseConcepts(await readFile(path, 'utf8'), path));
}

/** A lexicon over `concepts`. */
export function createConceptLexicon(concepts: readonly Concept[]): ConceptLexicon {
  const kinds = new Map(concepts.map(({ id, kind }) => [id, kind]));
  const spansIn = createConceptFinder(concepts);
  const conceptsIn = (text: string) => new Set(spansIn(text).map(({ concept }) => concept));
  return {
    ids: [...kinds.keys()],
    kindOf: (id) => kinds.get(id),
    conceptsIn,
    rolesIn: (text) => new Set([...conceptsIn(text)].filter((id) => kinds.get(id) === 'role')),
    spansIn,
  };
}
