import { loadCases, type QuestionCase, type Split } from '../cases/load-cases.ts';
import type { UnanswerableCase } from '../cases/case-schema.ts';
import { checkQuotations } from '../scorers/check-quotations.ts';
import { percentile } from '../statistics/percentile.ts';
import { wilson } from '../statistics/wilson.ts';
import type { Course } from './course.ts';
import { type AnswerScores, judgeAnswer } from './judge-answer.ts';
import { type PlayedTurn, playCase } from './play-case.ts';
import { slicesOf } from './slices.ts';
import { percent, table } from './table.ts';
import { targetTable } from './targets.ts';
import { answerFailures, appendFailures } from './write-failures.ts';

type Asked = QuestionCase & { readonly turn: PlayedTurn; readonly scores: AnswerScores };
type Refused = UnanswerableCase & { readonly turn: PlayedTurn };

/** Asks the tutor every question of a split, answerable or not; returns the report. */
export async function answersBench(
  course: Course,
  { split, failures }: { readonly split: Split; readonly failures: string | null },
): Promise<string> {
  const { questions, unanswerable } = await loadCases(split, course.documents);
  const asked: Asked[] = [];
  for (const question of questions) {
    const turn = await playCase(question.turns, course.tutor);
    asked.push({ ...question, turn, scores: judgeAnswer(turn, question) });
  }
  const refused: Refused[] = [];
  for (const one of unanswerable) {
    refused.push({ ...one, turn: await playCase(one.turns, course.tutor) });
  }
  if (failures !== null) await appendFailures(failures, split, answerFailures({ asked, refused }));
  return [
    `Answers, ${split} split: ${asked.length} answerable and ${refused.length} unanswerable questions`,
    bySlice(asked),
    abstentions(refused),
    faithfulness([...asked, ...refused], course),
    verdicts(asked, refused, split),
  ].join('\n\n');
}

const count = <T>(items: readonly T[], has: (item: T) => boolean) => items.filter(has).length;
const share = <T>(items: readonly T[], has: (item: T) => boolean) =>
  wilson(count(items, has), items.length);
const interval = ({ low, high }: ReturnType<typeof wilson>) =>
  `${(100 * low).toFixed(0)}–${(100 * high).toFixed(0)}`;

function bySlice(asked: readonly Asked[]): string {
  return table(
    ['slice', 'n', 'gold fact', '95 %', '+ quotations', 'cites gold', 'abstains', 'asks back'],
    slicesOf(asked).map(({ name, cases }) => {
      const gold = share(cases, ({ scores }) => scores.goldInText);
      const others = [
        share(cases, ({ scores }) => scores.goldWithQuotations),
        share(cases, ({ scores }) => scores.citesGold),
        share(cases, ({ turn }) => turn.decision === 'abstain'),
        share(cases, ({ turn }) => turn.decision === 'clarify'),
      ];
      return [
        name,
        cases.length,
        percent(gold.share),
        interval(gold),
        ...others.map((other) => percent(other.share)),
      ];
    }),
  );
}

function abstentions(refused: readonly Refused[]): string {
  const categories = [...new Set(refused.map(({ category }) => category))].sort();
  const rows = [
    { name: 'all unanswerable', cases: refused },
    ...categories.map((name) => ({
      name,
      cases: refused.filter(({ category }) => category === name),
    })),
  ];
  return table(
    ['category', 'n', 'abstains', '95 %', 'asks back', 'answers'],
    rows.map(({ name, cases }) => {
      const by = (decision: string) => share(cases, ({ turn }) => turn.decision === decision);
      const [abstains, clarifies, answers] = [by('abstain'), by('clarify'), by('answer')];
      return [
        ...[name, cases.length, percent(abstains.share), interval(abstains)],
        ...[percent(clarifies.share), percent(answers.share)],
      ];
    }),
  );
}

function faithfulness(all: readonly (Asked | Refused)[], { documents }: Course): string {
  const { quotations, exact, dangling, unshown } = totals(all, documents);
  const answers = all.filter(({ turn }) => turn.decision === 'answer');
  const lengths = answers.map(({ turn }) => turn.text.replace(/\s*\[\d{1,3}\]/g, '').length);
  const sum = (of: (turn: PlayedTurn) => number) => all.reduce((n, { turn }) => n + of(turn), 0);
  return table(
    ['answers as given', ''],
    [
      ['quotations', quotations],
      ['found to the letter in the corpus', exact],
      ['markers without a quotation', dangling],
      ['quotations without a marker', unshown],
      ['quotations dropped by the server', sum(({ dropped }) => dropped)],
      ['sentences flagged as unsupported', sum(({ unsupported }) => unsupported)],
      ['characters, median', percentile(lengths, 0.5) ?? '–'],
      ['characters, p95', percentile(lengths, 0.95) ?? '–'],
    ],
  );
}

function totals(all: readonly (Asked | Refused)[], documents: Course['documents']) {
  const texts = new Map(documents.map(({ id, text }) => [id, text]));
  const total = { quotations: 0, exact: 0, dangling: 0, unshown: 0 };
  for (const { turn } of all) {
    const counts = checkQuotations(turn.text, turn.citations, texts);
    for (const key of ['quotations', 'exact', 'dangling', 'unshown'] as const) {
      total[key] += counts[key];
    }
  }
  return total;
}

function verdicts(asked: readonly Asked[], refused: readonly Refused[], split: Split): string {
  const measured = (
    name: string,
    bound: { readonly atLeast?: number; readonly atMost?: number },
    value: number | null,
  ) => ({ target: { name: `${name}, ${split}`, ...bound }, measured: value, show: percent });
  return targetTable([
    measured(
      'gold fact in the answer',
      { atLeast: 0.9 },
      share(asked, ({ scores }) => scores.goldInText).share,
    ),
    measured(
      'abstention',
      { atLeast: 0.92 },
      share(refused, ({ turn }) => turn.decision === 'abstain').share,
    ),
    measured(
      'false abstention (or asking back)',
      { atMost: 0.03 },
      share(asked, ({ turn }) => turn.decision !== 'answer').share,
    ),
  ]);
}
