import type { FieldSettings } from '../retrieval/bm25.ts';
import type { Postings } from '../retrieval/postings.ts';
import { createPostingsBuilder } from '../retrieval/postings-builder.ts';
import { runAtOnce } from '../retrieval/run-in-slices.ts';

/**
 * Builds the postings of a channel at once; the index itself is built in slices.
 * @param documents for each document, the terms of each field, in the order of `fields`
 */
export function buildPostings(
  documents: readonly (readonly (readonly string[])[])[],
  fields: readonly FieldSettings[],
): Postings {
  const builder = createPostingsBuilder(fields);
  for (const document of documents) {
    for (const field of fields.keys()) {
      for (const term of document[field] ?? []) builder.add(field, builder.idOf(term));
    }
    builder.endDocument();
  }
  return runAtOnce(builder.finish());
}
