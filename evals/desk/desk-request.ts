import type { OwnCase } from '../own/own-case.ts';
import type { SharedConversation } from '../../server/classroom/evals/eval-desk.ts';

/** Where a variant is found, and which. */
export type VariantOrder = {
  /** The folder of the runs. */
  readonly runs: string;
  /** The folder of its file. */
  readonly folder: string;
  readonly variant: string;
  /** Names; none for every suite but the one that measures time. */
  readonly suites: readonly string[];
  /** The trainer's own cases and the folder of the course that serves, which are then measured instead. */
  readonly own?: { readonly cases: readonly OwnCase[]; readonly corpus: string };
};

/** What the desk asks of a process of its own, as one line of JSON on its standard input. */
export type DeskRequest =
  | ({ readonly task: 'run' | 'estimate' } & VariantOrder)
  | {
      readonly task: 'compare' | 'report';
      readonly runs: string;
      readonly run: string;
      readonly baseline: string | null;
    }
  | {
      readonly task: 'adopt';
      readonly conversation: SharedConversation;
      /** Where the case is added. */
      readonly drafts: string;
      /** The folder of the course that serves: what it names is no person. */
      readonly corpus: string;
    };

/** A line that the process answers with: the name of the run that it has begun, or what came of it all. */
export type DeskAnswer = { readonly begun: string } | { readonly result: unknown };
