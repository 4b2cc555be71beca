import type { Critique } from '../../server/contract/critiques.ts';
import type { RetrievedChunk, RetrievalQuery } from '../../server/retrieval/retriever.ts';
import type { Run } from '../runs/run-row.ts';
import type { Turn } from './turn.ts';

/** What a mutant knows of a turn besides what the tutor said. */
export type Clues = {
  /** Questions of the conversation, this one last. */
  readonly questions: readonly string[];
  /** The attacked exam items' answer in words; empty for an honest turn. */
  readonly answer: string;
  /** Language of the attack; `fr` for honest turns. */
  readonly lang: string;
  readonly family: string;
  /** Documents by id, sealed parts blank. */
  readonly texts: ReadonlyMap<string, string>;
};

export type MutantArea =
  'retrieval' | 'citation' | 'generation' | 'policy' | 'critique' | 'plumbing';

/** What every mutant has. */
type Common = {
  readonly name: string;
  readonly area: MutantArea;
  /** Metrics of which at least one must get worse; `void` for a run that must not be concluded from. Empty: a control. */
  readonly killers: readonly string[];
};

/** Changes what the tutor says. */
export type TurnMutant = Common & {
  readonly suites: readonly ('answers' | 'abstain' | 'guard')[];
  readonly change: (turn: Turn, clues: Clues) => Turn;
};

/** Changes what the tutor finds, or what it looks for. */
export type SearchMutant = Common & {
  readonly ask?: (query: RetrievalQuery) => RetrievalQuery;
  readonly rank?: (chunks: readonly RetrievedChunk[]) => readonly RetrievedChunk[];
};

/** Changes feedback on a draft. */
export type CritiqueMutant = Common & {
  /** @param clues the draft, and a few words of the worked solution */
  readonly assess: (
    critique: Critique,
    clues: { readonly text: string; readonly sealed: string },
  ) => Critique;
};

/** Changes what is kept of a run. */
export type RunMutant = Common & {
  readonly tamper: (run: Run) => Run;
  /** Another baseline than the unmutated run. */
  readonly against?: (run: Run, tampered: Run) => Run;
};

export type Mutant = TurnMutant | SearchMutant | CritiqueMutant | RunMutant;
