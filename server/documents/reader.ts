import type { Encoding } from './document.ts';
import type { FrontMatter } from './parse-front-matter.ts';

/** What a reader found in a file; the corpus gives it an id, a title and a language where the file has none. */
export type ReadText = {
  readonly text: string;
  readonly fields: FrontMatter;
  /** Line of the file on which `text` begins, from 1. */
  readonly firstLine: number;
  readonly encoding: Encoding;
  readonly repaired: boolean;
};

/** One file format of the corpus. A new format is a new reader in the list of `readCorpus`. */
export type Reader = {
  /** Lower case, with the dot. */
  readonly extensions: readonly string[];
  /** Takes the bytes, since most formats are not text; what is wrong with the file is a problem in one sentence. */
  read(bytes: Uint8Array, path: string): Promise<ReadText | { readonly problem: string }>;
};
