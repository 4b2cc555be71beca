import { open } from 'node:fs/promises';
import type { EvalRun } from '../../server/contract/evals.ts';
import type { RunHeader } from '../runs/run-row.ts';
import type { RunStore } from '../runs/run-store.ts';

/** The runs of a folder with how far each is. */
export type RunList = {
  /** Newest first; `status` as if nothing were running. */
  list(): Promise<readonly Listed[]>;
};

export type Listed = {
  readonly run: EvalRun;
  /** Of the process that began it. */
  readonly pid: number;
  /** When its file was last written, milliseconds since 1970. */
  readonly writtenAt: number;
};

/** What was read of a file so far. */
type Known = {
  readonly size: number;
  /** Whole lines, and where the last of them ends. */
  readonly lines: number;
  readonly at: number;
  readonly writtenAt: number;
  readonly ended: boolean;
};

/** Bytes read at a time. */
const pieceBytes = 1 << 20;

/** The beginning of a run's last line. */
const endMark = Buffer.from('\n{"kind":"end"');

/** Lists runs; of a file that grows only what is new is read. */
export function createRunList(store: RunStore): RunList {
  const known = new Map<string, Known>();
  return {
    async list() {
      const listed: Listed[] = [];
      for (const header of await store.headers()) {
        const { run } = header;
        const now = await readOn(store.path(run), known.get(run));
        known.set(run, now);
        listed.push({ run: toRun(header, now), pid: header.pid, writtenAt: now.writtenAt });
      }
      return listed.sort((a, b) => b.run.startedAt.localeCompare(a.run.startedAt));
    },
  };
}

function toRun(header: RunHeader, { lines, ended }: Known): EvalRun {
  const { run, variant, suites, splits, startedAt, expected } = header;
  return {
    ...{ run, variant: variant.id, model: variant.model, suites, splits, startedAt },
    status: ended ? 'complete' : 'cut-short',
    cases: Math.max(0, lines - (ended ? 2 : 1)),
    ...{ of: expected, problem: null },
  };
}

async function readOn(path: string, before: Known | undefined): Promise<Known> {
  const handle = await open(path);
  try {
    const { size, mtimeMs: writtenAt } = await handle.stat();
    if (size === before?.size) return before;
    // From the last whole line on: a run that goes on loses the torn one after it first.
    let { at, lines } = before && before.at <= size ? before : { at: 0, lines: 0 };
    const piece = Buffer.alloc(pieceBytes);
    for (let from = at; from < size;) {
      const { bytesRead } = await handle.read(piece, 0, pieceBytes, from);
      if (bytesRead === 0) break;
      const read = piece.subarray(0, bytesRead);
      for (let i = read.indexOf(10); i >= 0; i = read.indexOf(10, i + 1)) {
        lines += 1;
        at = from + i + 1;
      }
      from += bytesRead;
    }
    const tail = Buffer.alloc(Math.min(size, 1_024));
    await handle.read(tail, 0, tail.length, size - tail.length);
    const ended = tail.at(-1) === 10 && tail.includes(endMark);
    return { size, lines, at, ended, writtenAt };
  } finally {
    await handle.close();
  }
}
