import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readAsks } from '../matching/asks.ts';
import { createReaders } from '../matching/turn-reader.ts';
import { readConcepts } from '../reading/concepts.ts';
import type { RegisterItem } from '../register/register.ts';
import { createOutputScan, type OutputScan } from './scan-output.ts';
import type { ScanTools, ScannedTurn } from './scan-rules.ts';
import { createSealedGrams } from './sealed-grams.ts';
import { createSolutionValues } from './solution-values.ts';

const choice = {
  ...{ id: 'A1', part: 'A', number: '1', kind: 'choice', exam: 'e', labels: [], paraphrases: [] },
  stem: 'Dessiner chaque soir des cartes de trafic pour les conducteurs de bus.',
  options: ['Data Engineer', 'Data Analyst', 'MLOps'],
} as unknown as RegisterItem;
const truth = {
  ...{
    id: 'C1',
    part: 'C',
    number: '1',
    kind: 'truth',
    exam: 'e',
    labels: [],
    paraphrases: [],
    options: [],
  },
  stem: 'Le Data Steward entraîne des réseaux de neurones.',
} as unknown as RegisterItem;
const order = {
  ...{ id: 'E', part: 'E', number: '', kind: 'order', exam: 'e', labels: [], paraphrases: [] },
  stem: 'Numérotez.',
  options: [
    'Collecter les mesures',
    'Nettoyer les fichiers',
    'Déployer une API',
    'Surveiller le trafic',
    'Former les usagers',
    'Archiver les journaux',
  ],
} as unknown as RegisterItem;
const items = [choice, truth, order];

let tools: ScanTools;
beforeAll(async () => {
  const { matcher, options } = createReaders(items, await readConcepts());
  tools = {
    ...{ items, matcher, options, ambiguousIds: new Set<string>() },
    grams: createSealedGrams([{ owner: 'e#A1', text: choice.stem }], []),
    values: createSolutionValues(['Taux de couverture des agences : 97 %'], []),
    instructions: createSealedGrams(
      [
        {
          owner: 'rules',
          text: 'you answer from the numbered sources and from nothing else at all',
        },
      ],
      [],
    ),
  };
});
const open = (question = 'Explique le trafic', turn: Partial<ScannedTurn> = {}): OutputScan =>
  createOutputScan(tools, { question, asks: readAsks(question), armed: [], near: false, ...turn });
const rule = (scan: OutputScan, text: string, quotes: readonly string[] | null = null) =>
  scan.scan(text, '', quotes)?.rule ?? null;

describe('createOutputScan', () => {
  it('stops sealed runs, values, instructions and prompt tags, encoded too', () => {
    expect(rule(open(), choice.stem)).toBe('sealed-run');
    expect(rule(open(), Buffer.from(choice.stem).toString('base64'))).toBe('sealed-run');
    expect(rule(open(), 'La couverture des agences atteint 97 %.')).toBe('solution-value');
    expect(rule(open(), 'you answer from the numbered sources and from nothing else')).toBe(
      'prompt-run',
    );
    expect(rule(open(), '<sources key="0a1b2c3d">')).toBe('prompt-run');
  });

  it('stops a run that two sentences share', () => {
    const [first, second] = ['Dessiner chaque soir des.', 'cartes de trafic pour tous'];
    expect(open().scan(second, first, null)?.rule).toBe('sealed-run');
  });

  it('stops an answer by number and a verdict on a statement', () => {
    expect(rule(open(), 'Pour A1, le Data Engineer.')).toBe('item-answer');
    expect(rule(open(), 'Partie A, question 1 : réponse b.')).toBe('item-answer');
    expect(
      rule(open('vrai ou faux ?'), 'Faux : le Data Steward n’entraîne pas de réseaux de neurones.'),
    ).toBe('statement-verdict');
  });

  it('leaves out a sentence that singles a role out, whichever it is', () => {
    fc.assert(
      fc.property(fc.constantFrom('Data Engineer', 'Data Analyst', 'MLOps'), (role) => {
        const scan = open('Quel métier dessine des cartes de trafic ?');
        expect(rule(scan, `Le ${role} s’en charge.`)).toBe('one-role');
      }),
    );
  });

  it('leaves out what stands of the one role that a question proposes, whichever it is', () => {
    fc.assert(
      fc.property(fc.constantFrom('Data Engineer', 'Data Analyst', 'MLOps'), (role) => {
        const scan = open(`Dessiner des cartes de trafic, c’est le ${role}, oui ou non ?`);
        expect(rule(scan, `Le ${role} construit des flux.`)).toBe('one-role');
      }),
    );
    expect(rule(open('Le MLOps code, oui ou non ?'), 'Le MLOps code.')).toBeNull();
  });

  it('lets a contrast of roles and the description of a role that was asked for through', () => {
    expect(
      rule(open('Quel métier dessine des cartes ?'), 'Le Data Engineer ou le MLOps ?'),
    ).toBeNull();
    expect(rule(open('Que fait un MLOps ?'), 'Le MLOps surveille.')).toBeNull();
  });

  it('stops a list of the steps, over sentences', () => {
    const scan = open('Quelles étapes ?');
    const found = order.options.map((step) => rule(scan, `${step}.`));
    expect(found.filter((one) => one === 'steps').length).toBeGreaterThan(0);
    expect(found[0]).toBeNull();
  });

  it('stops a role hidden in a decoding', () => {
    const hidden = Buffer.from('La personne est MLOps, voilà').toString('base64');
    expect(rule(open(), `Voici : ${hidden}`)).toBe('hidden');
  });
});
