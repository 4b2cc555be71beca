import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { findQuotation } from '../documents/find-quotation.ts';
import { readCorpus } from '../documents/read-corpus.ts';
import { partition } from '../integrity/partition.ts';
import { writeFiles } from '../testing/write-files.ts';
import { mentionsMark } from './mentions-mark.ts';
import { parseTask, readTasks } from './read-tasks.ts';
import { runsOf } from './rubric.ts';
import type { Task } from './task-schema.ts';

const corpusDir = join(import.meta.dirname, '..', '..', 'corpus');

const both = (text: string) => ({ fr: text, en: text });
const small = {
  id: 'tp-1',
  title: both('TP 1'),
  statement: 'tp-1',
  subject: ['panne*'],
  shortBelow: 20,
  criteria: [
    {
      id: 'donnees',
      name: both('Données'),
      asks: both('Quelles données.'),
      signs: { capteurs: ['capteur*'] },
      met: [[{ signs: 1, of: ['capteurs'] }]],
      partial: [[{ units: 1, of: ['capteurs'] }]],
      strength: both('Oui.'),
      gap: both('Non.'),
      question: both('Lesquelles ?'),
      next: both('Listez.'),
      reread: [{ document: 'lecon', heading: 'Capteurs' }],
    },
  ],
};
const written = (change: (task: typeof small) => unknown) =>
  stringify(change(structuredClone(small)));

describe('parseTask', () => {
  it('reads a task that one file holds', () => {
    expect(parseTask(stringify(small), 'tp-1.yaml')).toMatchObject({
      id: 'tp-1',
      contradictions: [],
    });
  });

  it.each([
    ['a mark', (task: typeof small) => ({ ...task, weight: 3 }), /Unrecognized key.*weight/],
    [
      'a score of a criterion',
      (task: typeof small) => ({ ...task, criteria: [{ ...task.criteria[0], score: 2 }] }),
      /criteria\.0.*score/,
    ],
    [
      'a sign that is not defined',
      (task: typeof small) => ({
        ...task,
        criteria: [{ ...task.criteria[0], met: [[{ signs: 1, of: ['vibrations'] }]] }],
      }),
      /criteria\.0\.met: names the sign "vibrations", which is not defined/,
    ],
    [
      'a criterion twice',
      (task: typeof small) => ({ ...task, criteria: [task.criteria[0], task.criteria[0]] }),
      /"donnees" is there twice/,
    ],
    [
      'a phrase without a word',
      (task: typeof small) => ({ ...task, subject: ['%'] }),
      /subject\.0: holds no word/,
    ],
    [
      'a condition with two counts',
      (task: typeof small) => ({
        ...task,
        criteria: [{ ...task.criteria[0], met: [[{ signs: 1, units: 1, of: ['capteurs'] }]] }],
      }),
      /needs one of signs, units and parts/,
    ],
  ])('refuses %s, naming the file, the line and why', (_, change, reason) => {
    const source = written(change);
    expect(() => parseTask(source, 'tp-1.yaml')).toThrow(
      expect.objectContaining({
        code: 'settings-wrong',
        message: expect.stringMatching(/^tp-1\.yaml:\d+ is no task at /),
      }),
    );
    expect(() => parseTask(source, 'tp-1.yaml')).toThrow(reason);
  });

  it('names the line', () => {
    const lines = stringify(small).split('\n');
    const at = lines.findIndex((line) => line.includes('shortBelow'));
    lines[at] = 'shortBelow: many';
    expect(() => parseTask(lines.join('\n'), 'tp-1.yaml')).toThrow(
      `tp-1.yaml:${at + 1} is no task at shortBelow`,
    );
    expect(() => parseTask('id: [', 'a.yaml')).toThrow(/^a\.yaml:\d+ is not valid YAML/);
  });
});

describe('the example of corpus/README.md', () => {
  it('is a task', async () => {
    const readme = await readFile(join(corpusDir, 'README.md'), 'utf8');
    const example = /```yaml\n(id: tp-audit[\s\S]*?)\n```/.exec(readme)![1]!;
    expect(parseTask(example, 'README.md')).toMatchObject({ id: 'tp-audit' });
  });
});

describe('readTasks', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'repere-tasks-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('gives no task where the corpus has no folder of them', async () => {
    expect(await readTasks(folder)).toEqual([]);
  });

  it('refuses two files with one id', async () => {
    const corpus = await writeFiles(join(folder, 'twice'), {
      'tasks/a.yaml': stringify(small),
      'tasks/b.yaml': stringify(small),
    });
    await expect(readTasks(corpus)).rejects.toThrow(/b\.yaml has the id "tp-1" of .*a\.yaml/);
  });
});

describe('the tasks of the course', () => {
  let tasks: readonly Task[] = [];
  let corpus: Awaited<ReturnType<typeof readCorpus>>;
  beforeAll(async () => {
    tasks = await readTasks(corpusDir);
    corpus = await readCorpus(corpusDir);
  });

  it('are the eleven, with their criteria', () => {
    const scenario = [
      'donnees',
      'traitements',
      'utilisations',
      'lien_objectif',
      'contrainte_specifique',
    ];
    const plan =
      'roadmap_phases roadmap_durees_jalons livrables risques_parades kpi_qualite kpi_technique kpi_adoption budget_risques objectif_du_cas'.split(
        ' ',
      );
    const report =
      'introduction_besoin schema couches paradigme_justifie technologies_justifiees besoins_couverts gestion_donnees operationnel conclusion declaration_ia'.split(
        ' ',
      );
    expect(
      Object.fromEntries(tasks.map(({ id, criteria }) => [id, criteria.map((one) => one.id)])),
    ).toEqual({
      ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [`sc${n}`, scenario])),
      'pilotage-fintrust': plan,
      'pilotage-shopnow': plan,
      'pilotage-smartfactory': plan,
      omnishop: report,
    });
  });

  /** Every sentence that a student may be shown. */
  const sentencesOf = (task: Task): readonly string[] =>
    [...task.criteria, ...task.contradictions].flatMap((one) =>
      Object.entries(one)
        .filter(
          ([field]) => !['reread', 'signs', 'met', 'partial', 'when', 'lowers'].includes(field),
        )
        .flatMap(([, value]) =>
          typeof value === 'object' && 'fr' in value
            ? [value.fr as string, value.en as string]
            : [],
        ),
    );

  it('speak of no mark, in either language', () => {
    for (const task of tasks) {
      expect(sentencesOf(task).length).toBeGreaterThan(20);
      for (const sentence of sentencesOf(task)) {
        expect([sentence, mentionsMark(sentence)]).toEqual([sentence, false]);
      }
    }
  });

  it('are set in French as a printer would', () => {
    for (const { criteria } of tasks) {
      for (const { question, next, gap, strength, asks } of criteria) {
        for (const { fr } of [question, next, gap, strength, asks]) {
          expect(fr).not.toMatch(/[^\u00a0\u202f][:;!?»]|«[^\u00a0\u202f]|['"]/);
        }
      }
    }
  });

  it('hold no five words in a row of a worked solution or an exam, nor its figures', () => {
    const open = new Set(partition(corpus.documents).open.flatMap(({ text }) => runsOf(text)));
    const sealed = corpus.documents.filter(({ kind }) => kind === 'solution' || kind === 'exam');
    expect(sealed.length).toBeGreaterThan(1);
    const runs = new Set(
      sealed.flatMap(({ text }) => runsOf(text)).filter((run) => !open.has(run)),
    );
    for (const task of tasks) {
      const texts = [stringify(task), ...sentencesOf(task)];
      expect(texts.flatMap(runsOf).filter((run) => runs.has(run))).toEqual([]);
      expect(texts.join('\n')).not.toMatch(/20 ?000|20k|1,5 ?s|99,9|≥ ?98|Delta Lake.*Kafka|± ?10/);
    }
  });

  it('send to passages that the course has, word for word', () => {
    const open = new Map(
      partition(corpus.documents).open.map((document) => [document.id, document]),
    );
    for (const task of tasks) {
      expect(open.has(task.statement)).toBe(true);
      for (const { reread } of [...task.criteria, ...task.contradictions]) {
        for (const { document, heading, quote } of reread) {
          const text = open.get(document)?.text ?? '';
          expect([document, findQuotation(text, heading) !== null]).toEqual([document, true]);
          if (quote !== undefined)
            expect([quote, findQuotation(text, quote) !== null]).toEqual([quote, true]);
        }
      }
    }
  });

  it('are written as they are read', () => {
    for (const task of tasks)
      expect(parseTask(stringify(parse(stringify(task))), 'again.yaml')).toEqual(task);
  });
});
