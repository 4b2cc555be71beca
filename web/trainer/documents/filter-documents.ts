import type { TrainerDocument } from '../../../server/contract/documents.ts';

/** Which documents are looked for. */
export type DocumentFilter = {
  /** Words of the title or the path; accents and case do not matter. */
  readonly words: string;
  /** `null` for every state. */
  readonly status: TrainerDocument['status'] | null;
};

/** The documents whose title or path holds every word, in the order given. */
export function filterDocuments(
  documents: readonly TrainerDocument[],
  { words, status }: DocumentFilter,
): readonly TrainerDocument[] {
  const wanted = fold(words)
    .split(/\s+/)
    .filter((word) => word !== '');
  return documents.filter((document) => {
    if (status !== null && document.status !== status) return false;
    const text = fold(`${document.title} ${document.path}`);
    return wanted.every((word) => text.includes(word));
  });
}

const fold = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase().replaceAll('’', "'");
