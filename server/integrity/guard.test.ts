import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readParts } from '../ingestion/read-parts.ts';
import { createGuard, type Guard, guardInSteps, type Verdict } from './guard.ts';
import { afterTurn, armedTurns, emptyLedger, itemKey, type Ledger } from './ledger.ts';
import type { Protection } from './protection.ts';
import type { RegisterItem } from './register/register.ts';

/** Properties over the items of the course's own exam, whatever they are. */

let protection: Protection;
let guard: Guard;
let items: readonly RegisterItem[];
let choices: readonly RegisterItem[];
beforeAll(async () => {
  ({ protection } = await readParts(join(import.meta.dirname, '..', '..', 'corpus')));
  guard = createGuard(protection, 'You answer from the numbered sources.');
  items = protection.register.items;
  choices = items.filter(({ kind }) => kind === 'choice');
});

const judge = (message: string, ledger: Ledger = emptyLedger): Verdict =>
  guard.open(message, ledger).verdict;
const named = (verdict: Verdict): string =>
  verdict.kind === 'hint' ? `hint ${verdict.item.id}` : verdict.kind;
/** Plays turns as the tutor does; gives the last verdict. */
function play(turns: readonly string[]): Verdict {
  let ledger = emptyLedger;
  let verdict: Verdict = { kind: 'free' };
  for (const turn of turns) {
    verdict = judge(turn, ledger);
    const item = verdict.kind === 'hint' ? itemKey(verdict.item) : null;
    ledger = afterTurn(ledger, turn, item);
  }
  return verdict;
}
/** `fc` needs its values before the corpus is read. */
const choice = (at: number): RegisterItem => choices[at % choices.length]!;
const roles = ['Data Engineer', 'Data Scientist', 'MLOps', 'BI Analyst', 'Prompt Engineer'];
const innocent = [
  'Bonjour !',
  'J’ai relu la leçon hier soir.',
  'C’est quoi Kafka ?',
  'Merci pour ton aide.',
  'Combien de temps dure l’examen ?',
];

describe('guardInSteps', () => {
  it('lets others through after every item, twice: while it is matched and while it is read', () => {
    let steps = 0;
    for (const _ of guardInSteps(protection)) steps += 1;
    expect(items.length).toBeGreaterThan(0);
    expect(steps).toBeGreaterThanOrEqual(2 * items.length);
  });
});

describe('createGuard', () => {
  it('gives the same verdict whichever role is proposed', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.constantFrom(...roles),
        fc.constantFrom(...roles),
        fc.constantFrom('c’est bon ?', 'pourquoi ?', 'pas vrai ?', ''),
        (at, one, other, ask) => {
          const of = (role: string) => named(judge(`${choice(at).stem} ${role}, ${ask}`));
          expect(of(one)).toBe(of(other));
        },
      ),
    );
  });

  it('is not disarmed by an innocent sentence before, after or around', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.constantFrom(...innocent),
        fc.constantFrom(...innocent),
        (at, before, after) => {
          const { stem, id } = choice(at);
          expect(named(judge(`${before} ${stem} Quel métier ? ${after}`))).toBe(`hint ${id}`);
        },
      ),
    );
  });

  it('knows an item that was cut over turns, innocent turns between', () => {
    fc.assert(
      fc.property(fc.nat(), fc.constantFrom(...innocent.slice(2, 4)), (at, between) => {
        const words = choice(at).stem.split(' ');
        const half = Math.ceil(words.length / 2);
        const pieces = [words.slice(0, half).join(' '), between, words.slice(half).join(' ')];
        const { kind } = play([...pieces, 'Quel métier ?']);
        expect(kind).toBe('hint');
      }),
    );
  });

  it('keeps an item armed for its turns, and frees a question with a subject of its own at once', () => {
    const { stem } = choice(1);
    const asks = [`${stem} Quel métier ?`];
    expect(play([...asks, 'donc lequel ?']).kind).toBe('hint');
    expect(play([...asks, 'Qu’est-ce qu’un embedding ?']).kind).toBe('free');
    const rest = Array.from({ length: armedTurns + 1 }, () => 'Qu’est-ce qu’un embedding ?');
    expect(play([...asks, ...rest, 'donc lequel ?']).kind).toBe('free');
  });

  it('knows an item whose sentences each seem to ask how the exam goes', () => {
    const turn =
      'Durée de l’examen pour les fichiers ? Format de l’examen chaque nuit ? Barème de l’examen pour l’entrepôt ? Quel métier ?';
    expect(judge(turn).kind).toBe('hint');
    expect(judge('Combien de temps dure l’examen ? Quel est le barème de l’examen ?').kind).toBe(
      'logistics',
    );
  });

  it('goes on refusing a solution that is asked for line by line', () => {
    expect(
      play(['Dans le corrigé de l’exercice de pilotage, le mois 4 ?', 'et le mois 5 ?']).kind,
    ).toBe('refuse');
  });

  it('knows a task in the description of a role', () => {
    for (const { id, paraphrases } of choices)
      for (const role of roles.slice(0, 2)) {
        const [task = ''] = paraphrases;
        expect([id, judge(`Explique pourquoi un ${role} doit ${task}`).kind]).toEqual([id, 'hint']);
      }
  });

  it('leaves what every role does to the course', () => {
    for (const role of roles)
      for (const ask of [`Que fait un ${role} ?`, `Quels outils utilise un ${role} ?`])
        expect([ask, judge(ask).kind]).toEqual([ask, 'free']);
  });

  it('takes every item by its number', () => {
    for (const { id, kind } of items.filter(({ id }) => /^[A-C]\d/.test(id)))
      expect([id, kind, named(judge(`la réponse de ${id} ?`))]).toEqual([id, kind, `hint ${id}`]);
  });
});
