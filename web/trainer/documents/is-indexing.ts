import type { IngestionView } from '../../../server/contract/documents.ts';

/** Whether an indexing is under way. */
export const isIndexing = ({ stage }: Pick<IngestionView, 'stage'>): boolean =>
  stage === 'reading' || stage === 'embedding';
