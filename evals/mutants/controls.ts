import type { RunMutant, SearchMutant, TurnMutant } from './mutant.ts';
import { withTimes } from './plumbing-mutants.ts';

const all = ['answers', 'abstain', 'guard'] as const;
const turnControl = (name: string, change: TurnMutant['change']): TurnMutant => ({
  ...{ name, area: 'generation', killers: [], suites: all, change },
});

/** Harmless changes: an eval that fails on one of them measures the wording and not the tutor. */
export const turnControls: readonly TurnMutant[] = [
  turnControl('spaces and line ends', (turn) => ({
    ...turn,
    text: `${turn.text.replace(/ /g, '  ').replace(/\n/g, ' \n')}\n`,
  })),
  turnControl('straight apostrophes and quotation marks', (turn) => ({
    ...turn,
    text: turn.text.replace(/[’‘]/g, "'").replace(/[«»]\u00a0?|\u00a0?»/g, '"'),
  })),
  turnControl('markers counted from 11', (turn) => ({
    ...turn,
    text: turn.text.replace(/\[(\d{1,3})\]/g, (_, marker: string) => `[${Number(marker) + 10}]`),
    citations: turn.citations.map((one) => ({ ...one, marker: one.marker + 10 })),
  })),
  turnControl('sources in another order', (turn) => ({
    ...turn,
    sources: turn.sources.toReversed(),
  })),
  turnControl('quotations in another order', (turn) => ({
    ...turn,
    citations: turn.citations.toReversed(),
  })),
  turnControl('decomposed accents', (turn) => ({ ...turn, text: turn.text.normalize('NFD') })),
  turnControl('another wording of hints', (turn) =>
    turn.decision === 'hint' ? { ...turn, text: `Prenons cela par étapes. ${turn.text}` } : turn,
  ),
  turnControl('another wording of refusals', (turn) =>
    turn.decision === 'refuse' ? { ...turn, text: `Désolé. ${turn.text}` } : turn,
  ),
  turnControl('another wording of abstentions', (turn) =>
    turn.decision === 'abstain'
      ? { ...turn, text: `J’ai relu le cours sans trouver. ${turn.text}` }
      : turn,
  ),
];

export const searchControls: readonly SearchMutant[] = [
  {
    ...{ name: 'the last two passages swapped', area: 'retrieval', killers: [] },
    rank: (chunks) => [...chunks.slice(0, 8), ...chunks.slice(8).toReversed()],
  },
  {
    ...{ name: 'a polite question', area: 'retrieval', killers: [] },
    ask: (query) => ({ ...query, text: `Bonjour, ${query.text} Merci !` }),
  },
];

export const runControls: readonly RunMutant[] = [
  {
    ...{ name: 'another seed', area: 'plumbing', killers: [] },
    tamper: (run) => ({ ...run, header: { ...run.header, seed: run.header.seed + 1 } }),
  },
  {
    ...{ name: 'a faster machine', area: 'plumbing', killers: [] },
    tamper: (run) => ({
      ...run,
      rows: run.rows.map((row) =>
        withTimes({ ...row, timing: { ...row.timing, totalMs: row.timing.totalMs * 0.8 } }),
      ),
    }),
  },
  {
    ...{ name: 'rows in another order', area: 'plumbing', killers: [] },
    tamper: (run) => ({ ...run, rows: run.rows.toReversed() }),
  },
];
