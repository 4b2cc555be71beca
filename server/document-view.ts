import type { DocumentView } from './contract/course.ts';
import { TutorError } from './errors.ts';
import type { PublicIndex } from './retrieval/public-index.ts';

/**
 * A document as the page shows it.
 * @throws {TutorError} `not-found`
 */
export function documentView({ documents }: PublicIndex, id: string): DocumentView {
  const document = documents.get(id);
  if (!document) {
    throw new TutorError(
      'not-found',
      'The course has no such document; it may have been renamed or removed.',
    );
  }
  const { title, course, kind, language, text, firstLine } = document;
  return { id, title, course, kind, language, text, firstLine };
}
