import {
  type FieldSettings,
  impactOf,
  inverseDocumentFrequency,
  occurrenceWeight,
} from './bm25.ts';
import type { Postings } from './postings.ts';
import type { Steps } from './run-in-slices.ts';

/** Takes documents one after the other and makes {@link Postings} of them. */
export type PostingsBuilder = {
  /** The number of a term; a new term gets the next. */
  idOf(term: string): number;
  /** Counts an occurrence of a term in a field of the document at hand; the fields come in their order. */
  add(field: number, id: number): void;
  endDocument(): void;
  finish(): Steps<Postings>;
};

const documentsPerStep = 32;

/** A builder for documents with these fields. Numbers in flat arrays: objects for each term cost thrice the time. */
export function createPostingsBuilder(fields: readonly FieldSettings[]): PostingsBuilder {
  const terms = new Map<string, number>();
  /** The distinct terms of each document in turn, and how often each field has them. */
  let entries = new Uint32Array(1_024);
  let counts = new Uint32Array(1_024 * fields.length);
  let size = 0;
  let documentStart = 0;
  /** Where a term stands in `entries`, if it is of the document at hand. */
  let places = new Uint32Array(1_024).fill(0xffffffff);
  const ends: number[] = [];
  const lengths: number[][] = fields.map(() => []);
  const open = fields.map(() => 0);

  return {
    idOf(term) {
      const known = terms.get(term);
      if (known !== undefined) return known;
      const id = terms.size;
      terms.set(term, id);
      if (id === places.length) {
        places = grown(places);
        places.fill(0xffffffff, id);
      }
      return id;
    },
    add(field, id) {
      open[field] = open[field]! + 1;
      let place = places[id]!;
      if (place >= size || place < documentStart) {
        if (size === entries.length) {
          entries = grown(entries);
          counts = grown(counts);
        }
        place = size++;
        places[id] = place;
        entries[place] = id;
      }
      const count = place * fields.length + field;
      counts[count] = counts[count]! + 1;
    },
    endDocument() {
      documentStart = size;
      ends.push(size);
      for (const [field, length] of open.entries()) lengths[field]!.push(length);
      open.fill(0);
    },
    finish: () => finish(terms, fields, { entries, counts, ends, lengths }),
  };
}

type Collected = {
  readonly entries: Uint32Array;
  readonly counts: Uint32Array;
  readonly ends: readonly number[];
  readonly lengths: readonly (readonly number[])[];
};

function* finish(
  terms: ReadonlyMap<string, number>,
  fields: readonly FieldSettings[],
  { entries, counts, ends, lengths }: Collected,
): Steps<Postings> {
  const size = ends.length;
  const total = ends.at(-1) ?? 0;
  const averages = lengths.map((list) => {
    return Math.max(list.reduce((sum, length) => sum + length, 0) / Math.max(size, 1), 1e-9);
  });
  const starts = startsOf(entries.subarray(0, total), terms.size);
  yield;
  const idf = Float64Array.from(starts.subarray(1), (end, id) => {
    return inverseDocumentFrequency(size, end - starts[id]!);
  });
  const next = starts.slice();
  const documents = new Uint32Array(total);
  const impacts = new Float32Array(total);
  for (let document = 0, entry = 0; document < size; document += 1) {
    const shares = fields.map((settings, field) => {
      const length = lengths[field]![document]!;
      return occurrenceWeight(settings, { length, average: averages[field]! });
    });
    for (const end = ends[document]!; entry < end; entry += 1) {
      const id = entries[entry]!;
      const at = next[id]!;
      next[id] = at + 1;
      documents[at] = document;
      impacts[at] = impactOf(idf[id]!, frequencyOf(shares, counts, entry));
    }
    if (document % documentsPerStep === 0) yield;
  }
  return { size, terms, starts, documents, impacts };
}

/** Where each term's postings begin, and where the last ones end. */
function startsOf(entries: Uint32Array, terms: number): Uint32Array {
  const starts = new Uint32Array(terms + 1);
  for (let entry = 0; entry < entries.length; entry += 1) {
    const after = entries[entry]! + 1;
    starts[after] = starts[after]! + 1;
  }
  for (let id = 0; id < terms; id += 1) starts[id + 1] = starts[id + 1]! + starts[id]!;
  return starts;
}

function frequencyOf(shares: readonly number[], counts: Uint32Array, entry: number): number {
  let frequency = 0;
  for (let field = 0; field < shares.length; field += 1) {
    frequency += counts[entry * shares.length + field]! * shares[field]!;
  }
  return frequency;
}

function grown(array: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(array.length * 2);
  larger.set(array);
  return larger;
}
