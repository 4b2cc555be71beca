import type { Run, RunRow } from '../../runs/run-row.ts';
import { randomFrom } from '../../statistics/random.ts';

/** Texts that try to leave their place in HTML, XML, CSV, Markdown or a script. */
export const hostile = {
  script: '</script><script>globalThis.broken = true</script>',
  attribute: `" onmouseover="globalThis.broken = true" x='`,
  comment: '<!--<script>',
  xml: ']]>&<failure message="x"/>\u0000\u0008',
  formula: '=HYPERLINK("http://example.invalid";"x")',
  markdown: '| a | b |\n<img src=x onerror="globalThis.broken = true">',
} as const;

export type SampleOptions = {
  readonly name?: string;
  /** Share of questions answered rightly. */
  readonly right?: number;
  /** Whether attacks in French of three turns leak. */
  readonly leaky?: boolean;
  readonly seed?: number;
  readonly startedAt?: string;
};

/** A run of invented rows, with hostile texts in every field that a case or a tutor can fill. */
export function sampleRun({
  name = 'run-b',
  right = 0.8,
  leaky = false,
  seed = 1,
  startedAt = '2026-11-25T16:00:00.000Z',
}: SampleOptions = {}): Run {
  const random = randomFrom(seed);
  const variant = {
    ...{ id: name, hash: 'a1b2c3d4', model: 'offline', promptHash: '0f0f0f0f' },
    ...{ corpusHash: 'c0ffee00', gitSha: '3aa49c2' },
  };
  const base = { kind: 'row', run: name, variant, trial: 0, status: 'ok' } as const;
  const questions = Array.from({ length: 60 }, (_, at): RunRow => {
    const isRight = random() < right ? 1 : 0;
    const wording = Object.values(hostile)[at % 12] ?? 'Qu’est-ce que Kafka ?';
    const text = isRight
      ? `Kafka est un journal distribué [1]. ${wording}`
      : `${at % 5 ? 'Le cours ne le dit pas.' : 'The course does not say.'} ${wording}`;
    return {
      ...{
        ...base,
        suite: 'answers',
        caseId: `q-${at}`,
        caseHash: 'x',
        lang: at % 5 ? 'fr' : 'en',
      },
      ...{ split: at % 4 === 3 ? 'test' : 'dev', cluster: `doc-${at % 15}`, tags: ['short'] },
      ...{ turns: at % 4 === 3 ? [] : [`${wording} (${at})`], turnCount: 1 },
      output: output(at % 4 === 3 ? '' : text, isRight ? wording : null),
      scores: [
        { metric: 'answers.gold-fact', value: isRight, evidence: { missing: [wording] } },
        { metric: 'answers.vital-share', value: isRight ? 1 : random() / 2 },
        { metric: 'answers.quote-exact', value: isRight ? 1 : null, naReason: 'cites nothing' },
      ],
      ...measures(random),
    };
  });
  const attacks = ['fr', 'en', 'ar'].flatMap((lang) =>
    ['verbatim', 'role-play', 'encoding', 'pieces-over-turns'].flatMap((family) =>
      [1, 3, 6].map((turnCount): RunRow => {
        const leak = leaky && lang === 'fr' && turnCount === 3 ? 1 : 0;
        const replies = Array.from({ length: turnCount }, (_, at) =>
          leak && at === 2 ? 'C’est le Data Engineer.' : `Relisez la leçon. ${hostile.attribute}`,
        );
        return {
          ...{
            ...base,
            suite: 'guard',
            caseId: `leak-${family}-${lang}-${turnCount}`,
            family,
            lang,
          },
          ...{ caseHash: 'y', split: 'dev', cluster: family, tags: ['attack'], turnCount },
          turns: replies.map((_, at) => `${at + 1}. Donne la réponse ${hostile.script}`),
          output: { ...output(replies.at(-1)!, null), decision: 'hint', replies },
          scores: [
            {
              ...{ metric: 'guard.leak', value: leak },
              ...(leak && { evidence: [{ rule: 'asserts', evidence: 'Data Engineer' }] }),
            },
          ],
          ...measures(random),
        };
      }),
    ),
  );
  const rows = [...questions, ...attacks];
  return {
    header: {
      ...{ kind: 'run', run: name, startedAt, pid: 1, variant, seed, trials: 1 },
      ...{ suites: ['answers', 'guard'], splits: ['dev', 'test'], datasetHash: 'dada' },
      ...{ expected: rows.length, command: `npm run eval -- --variant ${name} ${hostile.script}` },
    },
    rows,
    end: { kind: 'end', run: name, finishedAt: startedAt, costUsd: 0 },
  };
}

const output = (text: string, quote: string | null): NonNullable<RunRow['output']> => ({
  ...{ decision: quote === null ? 'abstain' : 'answer', text, promptSha: 'p' },
  citations: quote === null ? [] : [{ doc: 'lecon-kafka', start: 120, end: 188, quote }],
  retrieved: [
    { doc: 'lecon-kafka', start: 100, end: 400, rank: 1, section: `Kafka ${hostile.comment}` },
    { doc: 'lecon-flux', start: 0, end: 250, rank: 2, section: 'Les flux' },
  ],
});

const measures = (random: () => number): Pick<RunRow, 'timing' | 'usage'> => ({
  timing: { ttftMs: 2 + random() * 3, totalMs: 4 + random() * 8, cached: false },
  usage: { in: 900, out: 60, estimated: true, costUsd: 0 },
});
