import { setTimeout as sleep } from 'node:timers/promises';
import type { IngestionView } from '../../contract/documents.ts';
import { TutorError } from '../../errors.ts';

/** Told how far an indexing is. */
export type ReportStage = (stage: 'reading' | 'embedding', done: number, of: number) => void;

/** Indexes the course in the background after it was changed; one indexing at a time. */
export type IngestionRunner = {
  view(): IngestionView;
  /** Paths that the index which serves does not know as they are now, each with the kind it was given, if any. */
  pending(): ReadonlyMap<string, string | null>;
  /** Says that a file was changed; changes that come together, or meanwhile, are indexed together. */
  changed(path: string, kind?: string): void;
  /** Indexes anew although nothing is known to have changed. */
  start(): void;
  /** Resolves when nothing is waiting or under way; never rejects. */
  settled(): Promise<void>;
  /** Gives up what is waiting or under way; what serves stays. Nothing is indexed afterwards. */
  close(): Promise<void>;
};

export type RunnerParts = {
  /** Indexes the course as it is now and lets the result serve. */
  readonly reload: (report: ReportStage, signal: AbortSignal) => Promise<void>;
  /** Resolves when no file is being changed: no indexing begins before. */
  readonly quiet?: () => Promise<void>;
  /** Told of every failure; by default nobody. */
  readonly onFailure?: (error: unknown) => void;
  /** How long changes are waited for, in milliseconds. */
  readonly pauseMs?: number;
};

export function createIngestionRunner({
  reload,
  quiet = () => Promise.resolve(),
  onFailure = () => {},
  pauseMs = 400,
}: RunnerParts): IngestionRunner {
  let view: IngestionView = { stage: 'idle', done: 0, of: 0, problem: null, finishedAt: null };
  let waiting: ReadonlyMap<string, string | null> = new Map();
  let taken: ReadonlyMap<string, string | null> = new Map();
  let asked = false;
  let run: Promise<void> | null = null;
  const closing = new AbortController();

  const report: ReportStage = (stage, done, of) => (view = { ...view, stage, done, of });

  const once = async (): Promise<void> => {
    taken = new Map([...taken, ...waiting]);
    waiting = new Map();
    asked = false;
    try {
      await reload(report, closing.signal);
      taken = new Map();
      view = { ...view, stage: 'ready', problem: null, finishedAt: new Date().toISOString() };
    } catch (error) {
      if (closing.signal.aborted) return;
      onFailure(error);
      const finishedAt = new Date().toISOString();
      view = { ...view, stage: 'failed', problem: problemOf(error), finishedAt };
    }
  };
  const untilDone = async (): Promise<void> => {
    while (asked && !closing.signal.aborted) {
      report('reading', 0, 0);
      await sleep(pauseMs, undefined, { signal: closing.signal }).catch(() => {});
      await quiet();
      if (!closing.signal.aborted) await once();
    }
    run = null;
  };
  const start = (): void => {
    if (closing.signal.aborted) return;
    asked = true;
    run ??= untilDone();
  };

  const settled = async (): Promise<void> => {
    while (run) await run;
  };

  return {
    view: () => view,
    pending: () => new Map([...taken, ...waiting]),
    changed(path, kind) {
      waiting = new Map([...waiting, [path, kind ?? waiting.get(path) ?? null]]);
      start();
    },
    start,
    settled,
    async close() {
      closing.abort();
      await settled();
    },
  };
}

const problemOf = (error: unknown): string =>
  error instanceof TutorError
    ? error.message
    : 'The course could not be indexed, by a fault of the program; the one before goes on serving.';
