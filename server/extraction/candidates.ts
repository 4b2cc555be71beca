import { plainText } from '../documents/plain-text.ts';
import { type Statement, splitStatements } from '../documents/split-statements.ts';
import type { Analyzer } from '../language/analyzer.ts';
import { type Language, languageEvidence } from '../language/detect-language.ts';
import { foldAccents, normalizeText, tokenize } from '../language/tokenize.ts';
import type { PromptSource } from '../tutoring/answer-prompt.ts';
import { readHead, type StatementHead } from './statement-head.ts';

/** A place's stems, for looking words up. */
export type Stems = {
  readonly set: ReadonlySet<string>;
  /** In order, stop words left out. */
  readonly list: readonly string[];
};

/** One statement of one source: what an answer may be made of. */
export type Candidate = {
  /** Number of its source in the prompt, from 1, best first. */
  readonly source: number;
  /** Position among all statements of all sources. */
  readonly at: number;
  readonly kind: Statement['kind'];
  /** Exactly as the source has it: what is quoted. */
  readonly quote: string;
  /** Without Markdown: what is shown. */
  readonly shown: string;
  /** The sentences of an item that holds several, each with its own words to quote. */
  readonly sentences: readonly { readonly quote: string; readonly shown: string }[];
  /** Folded words with stop words, for patterns. */
  readonly words: readonly string[];
  readonly folded: string;
  readonly own: Stems;
  /** What it is about by its layout, and what is said of that. */
  readonly head: StatementHead | null;
  /** The sentence that opens its list, or the header of its table. */
  readonly leadIn: (Stems & { readonly quote: string; readonly shown: string }) | null;
  /** Its list or table, unique over all sources. */
  readonly group: string | null;
  /** Number of the item in an ordered list. */
  readonly order: number | null;
  readonly cells: readonly string[];
  readonly headerCells: readonly string[];
  readonly home: Home;
  /** The statement before it in the same section: what a pronoun may stand for. */
  readonly before: Candidate | null;
};

/** Where a candidate stands. */
export type Home = {
  readonly document: string;
  readonly section: string;
  readonly language: Language;
  readonly title: Stems;
  /** The innermost heading weighs most. */
  readonly heading: Stems;
  readonly path: Stems;
  /** Folded title and path, for names with numbers. */
  readonly folded: string;
};

/** Passages read before, by document, section and text; {@link listCandidates} fills and bounds it. */
export type CandidateCache = Map<string, readonly Candidate[]>;

/** Passages kept: the same ones answer most questions, and reading one costs more than all the rest. */
const cachedPassages = 2_000;

export type CandidateTools = { readonly analyzer: Analyzer; readonly read: CandidateCache };

/** Every statement of the sources, in their order; a text that two sources share comes once. */
export function listCandidates(
  sources: readonly PromptSource[],
  tools: CandidateTools,
): readonly Candidate[] {
  const seen = new Set<string>();
  const candidates: Candidate[] = [];
  for (const source of sources) {
    for (const candidate of readPassage(source, tools)) {
      const key = `${candidate.folded}\n${candidate.leadIn?.shown ?? ''}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const group = candidate.group === null ? null : `${source.n}:${candidate.group}`;
      candidates.push({ ...candidate, source: source.n, at: candidates.length, group });
    }
  }
  return candidates;
}

/** The statements of one passage, numbered within it. */
function readPassage(source: PromptSource, tools: CandidateTools): readonly Candidate[] {
  const key = `${source.document}\n${source.section}\n${source.text}`;
  const known = tools.read.get(key);
  if (known) return known;
  const language = languageOf(source.text);
  const path = source.section === '' ? [] : source.section.split(' › ');
  const home: Home = {
    document: source.document,
    section: source.section,
    language,
    title: stemsOf(source.document, language, tools),
    heading: stemsOf(path.at(-1) ?? '', language, tools),
    path: stemsOf(path.join(' '), language, tools),
    folded: fold(`${source.document} ${source.section}`),
  };
  const candidates: Candidate[] = [];
  for (const statement of splitStatements(source.text)) {
    if (statement.headingOnly) continue;
    const before = candidates.at(-1) ?? null;
    const candidate = toCandidate(
      statement,
      { source, home, before, at: candidates.length },
      tools,
    );
    if (candidate.words.length > 0) candidates.push(candidate);
  }
  if (tools.read.size >= cachedPassages) tools.read.clear();
  tools.read.set(key, candidates);
  return candidates;
}

function toCandidate(
  statement: Statement,
  {
    source,
    home,
    before,
    at,
  }: { source: PromptSource; home: Home; before: Candidate | null; at: number },
  tools: CandidateTools,
): Candidate {
  const cut = ({ start, end }: { start: number; end: number }) => source.text.slice(start, end);
  const quote = cut(statement);
  const cells = (statement.cells ?? []).map((cell) => plainText(cut(cell)).trim());
  const leadIn = statement.leadIn ? cut(statement.leadIn) : '';
  const shown = shownText(statement.kind, quote, cells);
  const read = (text: string) => stemsOf(text, home.language, tools);
  return {
    source: source.n,
    at,
    kind: statement.kind,
    quote,
    shown,
    sentences: (statement.sentences ?? []).map((span) => ({
      quote: cut(span),
      shown: plainText(cut(span)).trim(),
    })),
    words: tokenize(shown).map(foldAccents),
    folded: fold(shown),
    own: read(shown),
    head: statement.kind === 'code' ? null : readHead({ shown, cells }, read),
    leadIn: leadIn
      ? {
          quote: leadIn,
          shown: plainText(leadIn).trim(),
          ...read(plainText(leadIn)),
        }
      : null,
    group: groupOf(statement),
    order: statement.order ?? null,
    cells,
    headerCells: cells.length > 0 ? rowCells(leadIn) : [],
    home,
    before,
  };
}

/** Code is shown as it is, rows cell by cell, everything else without its Markdown. */
function shownText(kind: Statement['kind'], quote: string, cells: readonly string[]): string {
  if (kind === 'code') return quote.replace(/^\s*(?:```|~~~)[^\n]*\n?|\n?(?:```|~~~)\s*$/g, '');
  return cells.length > 0 ? cells.join(' – ') : plainText(quote).trim();
}

/** Lists and tables of one passage have different numbers. */
const groupOf = ({ list, table }: Statement): string | null => (list ?? table)?.toString() ?? null;

/** The cells of a table row's source. */
const rowCells = (row: string): readonly string[] =>
  row
    .trim()
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => plainText(cell).trim());

export function stemsOf(
  text: string,
  language: Language,
  { analyzer }: Pick<CandidateTools, 'analyzer'>,
): Stems {
  const list = analyzer.analyze(text, language).stems;
  return { list, set: new Set(list) };
}

export const fold = (text: string): string =>
  foldAccents(normalizeText(text)).replace(/\s+/g, ' ').trim();

function languageOf(text: string): Language {
  const { fr, en } = languageEvidence(text);
  return en > fr ? 'en' : 'fr';
}
