import { passageTitle } from '../../server/retrieval/public-index.ts';
import { loadCases, type Split } from '../cases/load-cases.ts';
import type { RankingScores } from '../scorers/judge-ranking.ts';
import { meanOf } from '../statistics/mean.ts';
import { ablations } from './ablation.ts';
import type { Course } from './course.ts';
import { miniSearch, miniSearchTuned, oramaSearch } from './library-search.ts';
import { type JudgedQuestion, judgeQuestion } from './judge-question.ts';
import { ourSearch } from './our-search.ts';
import type { SearchSystem } from './search-system.ts';
import { slicesOf } from './slices.ts';
import { score, table } from './table.ts';
import { targetTable } from './targets.ts';
import { appendFailures, rankingFailure } from './write-failures.ts';

type Judged = JudgedQuestion & { readonly tags: readonly string[] };

export type RetrievalOptions = {
  readonly split: Split;
  readonly ablation: boolean;
  /** File for the questions of which a fact is not among the first five chunks. */
  readonly failures: string | null;
};

/** Finds the gold of every question with our search and with others on the same chunks; returns the report. */
export async function retrievalBench(
  course: Course,
  { split, ablation, failures }: RetrievalOptions,
): Promise<string> {
  const systems = await systemsOver(course, ablation);
  const { questions } = await loadCases(split, course.documents);
  const judged: Judged[] = [];
  for (const question of questions) {
    judged.push({ ...(await judgeQuestion(question, systems, course)), tags: question.tags });
  }
  if (failures !== null) {
    const missed = judged.filter(({ scores }) => scores.get('ours')!.facts[5] < 1);
    await appendFailures(failures, split, missed.map(rankingFailure));
  }
  const names = systems.map(({ name }) => name);
  const ours = mean(judged, 'ours');
  return [
    `Retrieval, ${split} split: ${questions.length} questions over ${course.tutor.opened.index.chunks.length} chunks`,
    overall(judged, names),
    `Slices (ours; then nDCG@10 of the others)`,
    bySlice(
      judged,
      names.filter((name) => !name.startsWith('−')),
    ),
    targetTable([
      verdict(
        `recall@5 (all places), ${split}`,
        0.92,
        ours((s) => s.recall[5]),
      ),
      verdict(
        `recall@5 (all facts), ${split}`,
        0.92,
        ours((s) => s.facts[5]),
      ),
      verdict(
        `nDCG@10 (places), ${split}`,
        0.85,
        ours((s) => s.ndcg),
      ),
      verdict(
        `nDCG@10 (facts), ${split}`,
        0.85,
        ours((s) => s.factNdcg),
      ),
    ]),
  ].join('\n\n');
}

const verdict = (name: string, atLeast: number, measured: number | null) => ({
  ...{ target: { name, atLeast }, measured, show: score },
});

async function systemsOver(course: Course, ablation: boolean): Promise<readonly SearchSystem[]> {
  const { index } = course.tutor.opened;
  const passages = index.chunks.map((chunk) => ({
    title: passageTitle(index.documents.get(chunk.documentId)!, chunk),
    text: chunk.text,
  }));
  return [
    ourSearch(index, course.tools),
    miniSearch(passages),
    miniSearchTuned(passages),
    await oramaSearch(passages, 'fr'),
    ...(ablation ? ablations(index, course.tools) : []),
  ];
}

type Pick = (scores: RankingScores) => number;

const mean = (judged: readonly Judged[], system: string) => (pick: Pick) =>
  meanOf(judged.map(({ scores }) => pick(scores.get(system)!))).mean;

function overall(judged: readonly Judged[], names: readonly string[]): string {
  const columns: readonly (readonly [string, Pick])[] = [
    ['recall@1', (s) => s.recall[1]],
    ['@3', (s) => s.recall[3]],
    ['@5', (s) => s.recall[5]],
    ['@10', (s) => s.recall[10]],
    ['MRR@10', (s) => s.mrr],
    ['facts@5', (s) => s.facts[5]],
    ['fact nDCG@10', (s) => s.factNdcg],
    ['hit@5', (s) => s.hit[5]],
  ];
  return table(
    ['system', 'nDCG@10', '±', ...columns.map(([name]) => name)],
    names.map((name) => {
      const ndcg = meanOf(judged.map(({ scores }) => scores.get(name)!.ndcg));
      const rest = columns.map(([, pick]) => score(mean(judged, name)(pick)));
      return [name, score(ndcg.mean), score(ndcg.margin), ...rest];
    }),
  );
}

function bySlice(judged: readonly Judged[], [ours = '', ...others]: readonly string[]): string {
  return table(
    ['slice', 'n', 'recall@5', 'nDCG@10', 'MRR@10', 'facts@5', ...others],
    slicesOf(judged).map(({ name, cases }) => {
      const own = mean(cases, ours);
      const picks: readonly Pick[] = [
        (s) => s.recall[5],
        (s) => s.ndcg,
        (s) => s.mrr,
        (s) => s.facts[5],
      ];
      const beside = others.map((other) => score(mean(cases, other)((s) => s.ndcg)));
      return [name, cases.length, ...picks.map((pick) => score(own(pick))), ...beside];
    }),
  );
}
