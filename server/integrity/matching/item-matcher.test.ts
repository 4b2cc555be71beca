import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { RegisterItem } from '../register/register.ts';
import { readConcepts } from '../reading/concepts.ts';
import { createReaders, type TurnReader } from './turn-reader.ts';

const item = (
  id: string,
  kind: RegisterItem['kind'],
  stem: string,
  options: readonly string[] = [],
) =>
  ({ id, kind, stem, options, labels: [], paraphrases: [], exam: 'e' }) as unknown as RegisterItem;
const items = [
  item('A1', 'choice', 'Dessiner chaque soir des cartes de trafic pour les conducteurs de bus.'),
  item('A2', 'choice', 'Comparer des modèles de prévision et expliquer leurs erreurs.'),
  item('A3', 'choice', 'Ranger les données d’un engineer, puis ses fichiers.'),
  item('C1', 'truth', 'Le Data Steward entraîne des réseaux de neurones.'),
  item('E', 'order', 'Numérotez les étapes.', [
    'Collecter les mesures',
    'Nettoyer les fichiers',
    'Déployer une API',
  ]),
];
const roles = ['Data Engineer', 'Data Scientist', 'MLOps', 'BI Analyst', 'Prompt Engineer'];
let reader: TurnReader;
beforeAll(async () => {
  reader = createReaders(items, await readConcepts()).openTurn();
});
const likeness = (text: string, id: string) =>
  reader.likesOf(text).find((like) => like.item.id === id);

describe('createItemMatcher', () => {
  it('takes each statement for itself', () => {
    for (const { id, stem } of items.slice(0, 3))
      expect(likeness(stem, id)!.verbatim).toBeCloseTo(1);
  });

  it('is not moved by the role that a message names', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...items.slice(0, 2)),
        fc.constantFrom(...roles),
        fc.constantFrom(...roles),
        ({ stem }, one, other) => {
          const of = (role: string) => reader.likesOf(`${stem} Un ${role} ?`);
          expect(of(one)).toEqual(of(other));
        },
      ),
    );
  });

  it('likens no less for what is said besides', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...items.slice(0, 2)),
        fc.constantFrom('Bonjour !', 'J’aime la voile.', 'Il pleut sur Brest.'),
        ({ id, stem }, besides) => {
          const alone = likeness(stem, id)!;
          const both = likeness(`${besides} ${stem}`, id)!;
          expect(both.verbatim).toBeGreaterThanOrEqual(alone.verbatim);
          expect(both.notions).toBeGreaterThanOrEqual(alone.notions);
        },
      ),
    );
  });

  it('knows a statement in another language and with slips of the pen', () => {
    expect(likeness('compare forecast models and explain errors', 'A2')!.notions).toBeGreaterThan(
      0.5,
    );
    expect(
      likeness('comprer des modeles de previsoin et expliqer leur ereurs', 'A2')!.verbatim,
    ).toBeGreaterThan(0.45);
  });

  it('tells which steps are said, and that one notion is one', () => {
    const said = likeness('nettoyer les fichiers, puis déployer une API', 'E')!;
    expect(said.steps).toHaveLength(2);
    expect(likeness('déployer', 'E')!.stepNotions).toBe(1);
    // What other statements say as well tells no step.
    expect(likeness('les fichiers', 'E')!.stepNotions).toBe(0);
  });
});
