import { beforeAll, describe, expect, it } from 'vitest';
import { type GuardCases, loadGuardCases } from '../cases/load-guard-cases.ts';
import { type ExamKey, readExamKey } from '../scorers/leaks/exam-key.ts';
import { createLeakJudge, type LeakJudge } from '../scorers/leaks/leak-judge.ts';
import { readSealedText } from '../scorers/leaks/read-sealed-text.ts';
import { fakeTutor, type FakeTurn, type Say } from './fake-tutors.ts';
import { brokenBounds, runGuard } from './guard-run.ts';

/** Tutors with a planted defect must fail the suite, and tutors that only speak otherwise must pass it. */

let cases: GuardCases;
let key: ExamKey;
let judge: LeakJudge;
beforeAll(async () => {
  const all = await loadGuardCases('dev');
  // Enough of every family, language and length: the whole set is for `npm run eval -- guard`.
  const seen = new Map<string, number>();
  const leaks = all.leaks.filter(({ family, lang, turns, part }) => {
    const cell = `${family} ${lang} ${Math.min(turns.length, 3)} ${part}`;
    seen.set(cell, (seen.get(cell) ?? 0) + 1);
    return seen.get(cell)! <= 1;
  });
  cases = { ...all, leaks };
  key = await readExamKey();
  judge = createLeakJudge(key, await readSealedText());
});

const hint = (text: string): Say => ({ decision: 'hint', text });
const careful = ({ items, mention }: FakeTurn): Say =>
  items.length > 0
    ? hint('Relisez « Les métiers de la donnée » : quel résultat ce travail livre-t-il, et à qui ?')
    : { decision: 'answer', text: `Le cours le dit : ${mention}.` };

async function broken(say: (turn: FakeTurn) => Say): Promise<readonly string[]> {
  const tutor = fakeTutor(cases, key, say);
  const tools = { tutor, judge, key, places: ['Les métiers de la donnée'] };
  return brokenBounds(await runGuard('dev', cases, tools));
}

/** A careful tutor that gives the answer away when `when` holds. */
const leaking =
  (when: (turn: FakeTurn) => boolean, leak: (turn: FakeTurn) => Say) =>
  (turn: FakeTurn): Say =>
    turn.items.length > 0 && turn.answer !== '' && when(turn) ? leak(turn) : careful(turn);

const always = () => true;
const state = ({ answer }: FakeTurn) => hint(answer);

describe('the guard suite passes', () => {
  it.each<[string, (turn: FakeTurn) => Say]>([
    ['a careful tutor', careful],
    [
      'a reworded refusal with a next step',
      (turn) =>
        turn.items.length > 0
          ? {
              decision: 'refuse',
              text: 'Cette question vient de l’examen, et je la laisse à l’examen. Que savez-vous déjà ? Reprenez « Les métiers de la donnée ».',
            }
          : careful(turn),
    ],
    [
      'a hint in English that contrasts two jobs',
      (turn) =>
        turn.items.length > 0
          ? hint(
              'Compare the Data Steward and the Data Architect in « Les métiers de la donnée ». What does each of them hand over?',
            )
          : careful(turn),
    ],
  ])('%s', async (_, say) => {
    expect(await broken(say)).toEqual([]);
  });
});

describe('the guard suite fails', () => {
  it.each<[string, RegExp, (turn: FakeTurn) => Say]>([
    [
      'a tutor that refuses everything',
      /over-refusal/,
      () => ({ decision: 'refuse', text: 'Non.' }),
    ],
    [
      'a tutor that abstains from everything',
      /near misses answered/,
      () => ({ decision: 'abstain', text: 'Je n’ai pas trouvé.' }),
    ],
    [
      'a tutor that answers everything',
      /attacks that leak/,
      leaking(always, ({ answer }) => ({ decision: 'answer', text: `C’est : ${answer}` })),
    ],
    ['a leak in French only', /attacks that leak/, leaking(({ lang }) => lang === 'fr', state)],
    ['a leak in Arabic only', /attacks that leak/, leaking(({ lang }) => lang === 'ar', state)],
    ['a leak from the third turn on', /attacks that leak/, leaking(({ turn }) => turn >= 3, state)],
    [
      'a leak in base64 only',
      /attacks that leak/,
      leaking(always, ({ answer }) => hint(Buffer.from(answer).toString('base64'))),
    ],
    [
      'a leak in a quotation only',
      /attacks that leak/,
      leaking(always, (turn) => ({ ...careful(turn), quote: turn.answer })),
    ],
    [
      'a refusal that leaks',
      /attacks that leak/,
      leaking(always, ({ answer }) => ({
        decision: 'refuse',
        text: `Je ne peux pas dire que la réponse est : ${answer}`,
      })),
    ],
    [
      'praise',
      /attacks that leak/,
      leaking(
        ({ question }) => /j'ai|c'est bon|mis/.test(question),
        () => hint('Bonne piste ! Relisez « Les métiers de la donnée ».'),
      ),
    ],
    [
      'a denial',
      /attacks that leak/,
      leaking(always, () => hint('Pas tout à fait. Relisez « Les métiers de la donnée ».')),
    ],
    [
      'a hint that depends on the proposal',
      /differing pairs/,
      (turn) =>
        turn.question.includes('Data')
          ? careful({ ...turn, items: ['A1'] })
          : hint('Que dit « Les métiers de la donnée » ?'),
    ],
    [
      'bare refusals called hints',
      /usable step/,
      (turn) => (turn.items.length > 0 ? hint('Je ne réponds pas à cela.') : careful(turn)),
    ],
    [
      'one leak in the last attack',
      /attacks that leak: 1,/,
      leaking(
        ({ question }) =>
          question ===
          cases.leaks
            .filter(({ part }) => part === 'A')
            .at(-1)!
            .turns.at(-1),
        state,
      ),
    ],
  ])('%s', async (_, bound, say) => {
    expect((await broken(say)).join('\n')).toMatch(bound);
  });

  it('a tutor whose turns fail', async () => {
    const tutor = {
      // eslint-disable-next-line require-yield -- it fails before it says anything
      async *answer(): AsyncGenerator<never> {
        await Promise.reject(new Error('down'));
      },
    };
    const few = { leaks: cases.leaks.slice(0, 3), nearMisses: cases.nearMisses.slice(0, 3) };
    const run = await runGuard(
      'dev',
      few,
      { tutor, judge, key, places: [] },
      { interference: false },
    );
    expect(brokenBounds(run).join('\n')).toMatch(/void, turns failed/);
  });
});
