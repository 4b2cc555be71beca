import type { Postings } from '../retrieval/postings.ts';

/** Four 32-bit numbers (passages, terms, postings, bytes of vocabulary), the vocabulary, then the three arrays. */
export function encodePostings({ size, terms, starts, documents, impacts }: Postings): Uint8Array {
  const vocabulary = new TextEncoder().encode([...terms.keys()].join('\n'));
  const padded = Math.ceil(vocabulary.length / 4) * 4;
  const bytes = new Uint8Array(
    16 + padded + starts.byteLength + documents.byteLength + impacts.byteLength,
  );
  new Uint32Array(bytes.buffer, 0, 4).set([size, terms.size, documents.length, vocabulary.length]);
  bytes.set(vocabulary, 16);
  let at = 16 + padded;
  for (const array of [starts, documents, impacts]) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), at);
    at += array.byteLength;
  }
  return bytes;
}

/** The postings that {@link encodePostings} wrote. */
export function decodePostings(bytes: Uint8Array): Postings {
  const { buffer } = new Uint8Array(bytes); // a copy begins on a multiple of 4; `slice` of a Buffer is none
  const [size, termCount, total, vocabularyBytes] = new Uint32Array(buffer, 0, 4) as unknown as [
    number,
    number,
    number,
    number,
  ];
  const vocabulary = new TextDecoder().decode(new Uint8Array(buffer, 16, vocabularyBytes));
  const terms = new Map<string, number>();
  if (termCount > 0) for (const term of vocabulary.split('\n')) terms.set(term, terms.size);
  const at = 16 + Math.ceil(vocabularyBytes / 4) * 4;
  return {
    size,
    terms,
    starts: new Uint32Array(buffer, at, termCount + 1),
    documents: new Uint32Array(buffer, at + 4 * (termCount + 1), total),
    impacts: new Float32Array(buffer, at + 4 * (termCount + 1 + total), total),
  };
}
