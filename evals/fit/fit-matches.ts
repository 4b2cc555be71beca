import {
  createQuestionMatcher,
  overlap,
  type QuestionMatch,
} from '../../server/retrieval/expected/create-question-matcher.ts';
import { fitChoices } from './conditional.ts';
import { withCourse } from '../bench/course.ts';
import { fitLogistic, logOdds } from '../statistics/logistic.ts';

await withCourse(async ({ tutor, tools }) => {
  const { expected, documents, chunks } = tutor.opened.index;
  const t0 = performance.now();
  const matcher = createQuestionMatcher({ questions: expected, documents, chunks, tools });
  console.log(
    'build ms',
    performance.now() - t0,
    'questions',
    expected.length,
    'wordings',
    expected.flatMap((q) => q.asks).length,
  );
  const answers = (a: number, b: number) => a === b || overlap(expected[a]!, expected[b]!);
  type Trial = {
    q: number;
    w: number;
    kind: 'wording' | 'question';
    matches: readonly QuestionMatch[];
  };
  const trials: Trial[] = [];
  const t1 = performance.now();
  for (const [q, { asks }] of expected.entries()) {
    for (const [w, ask] of asks.entries()) {
      trials.push({
        q,
        w,
        kind: 'wording',
        matches: matcher.match({ text: ask }, { limit: 15, skip: (a, b) => a === q && b === w }),
      });
      trials.push({
        q,
        w,
        kind: 'question',
        matches: matcher.match({ text: ask }, { limit: 15, skip: (a) => answers(a, q) }),
      });
    }
  }
  console.log('ms per match', (performance.now() - t1) / trials.length);
  const names = Object.keys(trials[0]!.matches[0]!.features) as (keyof QuestionMatch['features'])[];
  const row = (m: QuestionMatch) => names.map((n) => m.features[n]);
  const folds = 5;
  const foldOf = new Map(
    [...new Set(expected.map((e) => e.documentId))].map((id, i) => [id, i % folds]),
  );

  const isRight = (t: Trial, m: QuestionMatch) => t.kind === 'wording' && answers(m.at, t.q);
  const choicesOf = (some: readonly Trial[]) =>
    some
      .filter((t) => t.kind === 'wording' && t.matches.some((m) => isRight(t, m)))
      .map((t) => t.matches.map((m) => ({ features: row(m), right: isRight(t, m) })));
  const topOf = (w: readonly number[], t: Trial) => {
    const scored = t.matches
      .map((m) => ({ m, s: row(m).reduce((x, y, i) => x + y * w[i]!, 0) }))
      .sort((a, b) => b.s - a.s);
    const top = scored[0]!;
    const second = scored.find((x) => !answers(x.m.at, top.m.at))?.s ?? top.s - 5;
    return {
      m: top.m,
      s: top.s,
      second,
      features: [
        top.s,
        Math.min(5, top.s - second),
        top.m.features.missing,
        top.m.features.explained,
        top.m.features.both,
        top.m.features.shared,
      ],
    };
  };
  const results: {
    trial: Trial;
    top: QuestionMatch;
    score: number;
    second: number;
    right: boolean;
  }[] = [];
  for (let f = 0; f < folds; f += 1) {
    const train = trials.filter(
      (t) => t.matches.length > 0 && foldOf.get(expected[t.q]!.documentId) !== f,
    );
    const w = fitChoices(choicesOf(train));
    const accept = fitLogistic(
      train.map((t) => {
        const x = topOf(w, t);
        return { features: x.features, positive: isRight(t, x.m), weight: 1 };
      }),
    );
    for (const trial of trials.filter(
      (t) => t.matches.length > 0 && foldOf.get(expected[t.q]!.documentId) === f,
    )) {
      const x = topOf(w, trial);
      results.push({
        trial,
        top: x.m,
        score: logOdds(accept, x.features),
        second: x.second,
        right: isRight(trial, x.m),
      });
    }
  }
  const wording = results.filter((r) => r.trial.kind === 'wording');
  const question = results.filter((r) => r.trial.kind === 'question');
  console.log(
    'top1 right',
    wording.filter((r) => r.right).length / wording.length,
    'top6',
    wording.filter((r) => r.trial.matches.some((m) => answers(m.at, r.trial.q))).length /
      wording.length,
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
  const w = fitChoices(choicesOf(trials));
  console.log('rank', names.map((n, i) => `${n}: ${w[i]!.toFixed(2)}`).join(', '));
  const accept = fitLogistic(
    trials
      .filter((t) => t.matches.length > 0)
      .map((t) => {
        const x = topOf(w, t);
        return { features: x.features, positive: isRight(t, x.m), weight: 1 };
      }),
  );
  console.log(
    'accept [score, margin, missing, explained, both, shared]',
    accept.coefficients.map((c) => c.toFixed(2)).join(' '),
    accept.intercept.toFixed(2),
  );
  if (process.argv[2] === 'show') {
    const pick = results.filter((r) => r.trial.kind === 'wording' && !r.right);
    for (const r of pick.filter((_, i) => i % Math.ceil(pick.length / 40) === 0)) {
      console.log(
        r.score.toFixed(2),
        expected[r.trial.q]!.asks[r.trial.w],
        '\n    own:',
        expected[r.trial.q]!.asks.filter((_, i) => i !== r.trial.w).join(' | '),
        '\n    top:',
        r.top.question.asks.join(' | '),
      );
    }
  }
});
