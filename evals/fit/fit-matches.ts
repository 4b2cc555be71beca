import type { QuestionMatch } from '../../server/retrieval/expected/create-question-matcher.ts';
import { withCourse } from '../bench/course.ts';
import { fitChoices } from './conditional.ts';
import { fitLogistic, logOdds } from '../statistics/logistic.ts';
import { holdOut } from './hold-out.ts';

type Trial = {
  doc: string;
  ask: string;
  kind: 'wording' | 'question';
  own: string;
  matches: readonly QuestionMatch[];
  right: readonly boolean[];
};
await withCourse(async (course) => {
  const trials: Trial[] = [];
  const t1 = performance.now();
  for (const { ask, question, same, matcher } of holdOut(course, Number(process.argv[2] ?? 2))) {
    for (const kind of ['wording', 'question'] as const) {
      const matches = matcher.match(
        { text: ask },
        { limit: 20, ...(kind === 'question' && { without: same }) },
      );
      if (matches.length > 0)
        trials.push({
          doc: question.documentId,
          ask,
          own: question.asks.join(' | '),
          kind,
          matches,
          right: matches.map((m) => kind === 'wording' && same.has(m.at)),
        });
    }
  }
  console.log(
    'questions',
    course.tutor.opened.index.expected.questions.length,
    'trials',
    trials.length,
    'ms per match',
    (performance.now() - t1) / trials.length,
  );
  const names = Object.keys(trials[0]!.matches[0]!.features) as (keyof QuestionMatch['features'])[];
  const row = (m: QuestionMatch) => names.map((n) => m.features[n]);
  const docs = [...new Set(trials.map((t) => t.doc))];
  const foldOf = new Map(docs.map((id, i) => [id, i % 5]));
  const choicesOf = (some: readonly Trial[]) =>
    some
      .filter((t) => t.right.includes(true))
      .map((t) => t.matches.map((m, i) => ({ features: row(m), right: t.right[i]! })));
  const acceptNames = ['nearness', 'lead', 'explained', 'both', 'shared', 'usual'];
  const topOf = (w: readonly number[], t: Trial) => {
    const scored = t.matches
      .map((m, i) => ({ m, right: t.right[i]!, s: row(m).reduce((x, y, j) => x + y * w[j]!, 0) }))
      .sort((a, b) => b.s - a.s);
    const top = scored[0]!;
    const second = scored[1]?.s ?? top.s - 5;
    const f = top.m.features;
    return {
      ...top,
      features: [top.s, Math.min(5, top.s - second), f.explained, f.both, f.shared, f.usual],
    };
  };
  const acceptFit = (some: readonly Trial[], w: readonly number[]) =>
    fitLogistic(
      some.map((t) => {
        const x = topOf(w, t);
        return { features: x.features, positive: x.right, weight: 1 };
      }),
    );
  const results: { trial: Trial; top: QuestionMatch; score: number; right: boolean }[] = [];
  for (let f = 0; f < 5; f += 1) {
    const train = trials.filter((t) => foldOf.get(t.doc) !== f);
    const w = fitChoices(choicesOf(train), 1, 200);
    const accept = acceptFit(train, w);
    for (const trial of trials.filter((t) => foldOf.get(t.doc) === f)) {
      const x = topOf(w, trial);
      results.push({ trial, top: x.m, score: logOdds(accept, x.features), right: x.right });
    }
  }
  const wording = results.filter((r) => r.trial.kind === 'wording');
  const question = results.filter((r) => r.trial.kind === 'question');
  console.log(
    'top1 right',
    (wording.filter((r) => r.right).length / wording.length).toFixed(3),
    'reach',
    (wording.filter((r) => r.trial.right.includes(true)).length / wording.length).toFixed(3),
  );
  for (const th of [-2, -1, -0.5, 0, 0.5, 1, 1.5, 2]) {
    const acc = wording.filter((r) => r.score > th);
    console.log(
      'th',
      th,
      'answered',
      (acc.length / wording.length).toFixed(3),
      'right of answered',
      (acc.filter((r) => r.right).length / acc.length).toFixed(3),
      'held-out question accepted',
      (question.filter((r) => r.score > th).length / question.length).toFixed(3),
    );
  }
  const w = fitChoices(choicesOf(trials), 1, 300);
  console.log(names.map((n, i) => `  ${n}: ${w[i]!.toFixed(2)},`).join('\n'));
  const accept = acceptFit(trials, w);
  console.log(
    acceptNames.map((n, i) => `${n}: ${accept.coefficients[i]!.toFixed(2)}`).join(', '),
    accept.intercept.toFixed(2),
  );
  if (process.argv[3] === 'show')
    for (const r of wording.filter((x) => !x.right).filter((_, i) => i % 30 === 0))
      console.log(
        r.score.toFixed(2),
        r.trial.right.includes(true),
        r.trial.ask,
        '\n   own:',
        r.trial.own,
        '\n   top:',
        r.top.question.asks.join(' | '),
      );
});
