import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import type { DocumentView, ErrorBody } from '../../../contract/course.ts';
import type { ChunkView, TrainerDocuments } from '../../../contract/documents.ts';
import { tokenize } from '../../../language/tokenize.ts';
import {
  enterAsStudent,
  enterAsTrainer,
  postAnswer,
  readEvents,
} from '../../../testing/ask-server.ts';
import { serveTutor, type ServedTutor } from '../../../testing/serve-tutor.ts';
import { createTrainerClient } from '../../../testing/trainer-client.ts';

const kafka = '# Kafka\n\nKafka est une plateforme distribuée de flux d’événements.\n';
const spark = '# Spark\n\nSpark est un moteur de calcul réparti pour de grands volumes.\n';
const exam = [
  '---\nid: partiel\ntitle: Partiel\nkind: exam\n---\n# Partiel\n',
  '## Durée et consignes\n\nL’épreuve dure deux heures, sans document.\n',
  '## Partie A — Choisir le métier (2 points)\n',
  '**A1.** Surveiller chaque matin la dérive du modèle de tarification des billets.\n',
  '* Data Analyst\n* **ML Engineer**\n* Data Engineer\n',
  '**A2.** Nettoyer pendant la nuit les relevés des capteurs du tramway.\n',
  '* Data Analyst\n* ML Engineer\n* **Data Engineer**\n',
].join('\n');

let server: ServedTutor;
afterEach(() => server.close());

async function serve(files: Record<string, string> = { 'kafka.md': kafka }) {
  server = await serveTutor({ files });
  return createTrainerClient(server);
}

const statuses = ({ documents }: TrainerDocuments) =>
  Object.fromEntries(documents.map(({ path, status }) => [path, status]));

async function ask(question: string) {
  const events = await readEvents(await postAnswer(server.url, { question }));
  return JSON.stringify(events);
}

describe('GET /api/trainer/documents', () => {
  it('lists every file with its status, and why one is kept from students or was not read', async () => {
    const trainer = await serve({
      'kafka.md': kafka,
      'corrige.md':
        '---\nkind: solution\n---\n# Corrigé\n\nLa réponse attendue est trois partitions.\n',
      'exams/partiel.md': exam,
      'faux.md': '---\nkind: leçon\n---\nTexte.\n',
      'cours.pdf': '%PDF-1.7',
      'glossary.yaml': 'terms: []\n',
    });
    const { documents, ingestion } = await trainer.get<TrainerDocuments>('/api/trainer/documents');
    expect(ingestion.stage).toBe('idle');
    expect(documents).toMatchObject([
      {
        path: 'corrige.md',
        id: null,
        kind: 'solution',
        status: 'sealed',
        chunks: 0,
        title: 'Corrigé',
        reasons: [{ what: 'worked solution', lines: null }],
      },
      { path: 'cours.pdf', status: 'failed', length: null, reasons: [{ what: 'unreadable' }] },
      {
        path: 'exams/partiel.md',
        id: 'partiel',
        kind: 'exam',
        status: 'partly-sealed',
        reasons: [{ what: 'exam', lines: expect.any(Array) }],
      },
      {
        path: 'faux.md',
        status: 'failed',
        reasons: [{ what: 'unreadable', detail: expect.stringMatching(/^Line 2/) }],
      },
      {
        path: 'kafka.md',
        id: 'kafka',
        status: 'ready',
        chunks: 1,
        reasons: [],
        length: kafka.length,
        language: 'fr',
      },
    ]);
  });

  it('shows how a document is cut, and nothing of what is sealed', async () => {
    const trainer = await serve({
      'kafka.md': kafka,
      'exams/partiel.md': exam,
      's.md': `---\nkind: solution\n---\n${spark}`,
    });
    const chunks = (path: string) =>
      trainer.get<ChunkView[]>(`/api/trainer/chunks?path=${encodeURIComponent(path)}`);
    expect(await chunks('kafka.md')).toEqual([
      {
        headings: [],
        text: expect.stringContaining('plateforme distribuée'),
        line: expect.any(Number),
      },
    ]);
    expect(await chunks('s.md')).toEqual([]);
    const open = JSON.stringify(await chunks('exams/partiel.md'));
    expect(open).toContain('deux heures');
    expect(open).not.toMatch(/tarification|tramway/);
    await expect(chunks('nowhere.md')).rejects.toThrow(/404/);
  });

  it('gives a file back byte by byte under its own name, and nothing from outside the course', async () => {
    const trainer = await serve({ 'exams/partiel.md': exam });
    const bytes = Uint8Array.from([
      ...Buffer.from('# Spark\n\nR'),
      0xe9,
      ...Buffer.from('parti.\n'),
    ]);
    await trainer.document('PUT', 'exams/l’été.md', bytes);
    const cookie = await enterAsTrainer(server.url, server.trainerToken);
    const file = (path: string) =>
      fetch(`${server.url}/api/trainer/file?path=${encodeURIComponent(path)}`, {
        headers: { cookie },
      });
    const response = await file('exams/l’été.md');
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(decodeURIComponent(response.headers.get('content-disposition') ?? '')).toMatch(
      /^attachment;.*l’été\.md/,
    );
    expect(await (await file('exams/partiel.md')).text()).toBe(exam);
    await writeFile(join(server.config.corpusDir, '..', 'secret.md'), 'secret');
    for (const path of ['../secret.md', '/etc/passwd', 'exams/../exams/partiel.md', 'corpus.yaml'])
      expect((await file(path)).status).toBe(404);
  });

  it('says of a file that was put there by hand that it is pending, until the course is indexed', async () => {
    const trainer = await serve();
    await writeFile(join(server.config.corpusDir, 'spark.md'), spark);
    expect(statuses(await trainer.get('/api/trainer/documents'))).toEqual({
      'kafka.md': 'ready',
      'spark.md': 'pending',
    });
    await trainer.post('/api/trainer/ingestion');
    expect(statuses(await trainer.indexed())).toEqual({ 'kafka.md': 'ready', 'spark.md': 'ready' });
  });
});

describe('PUT /api/trainer/documents', () => {
  it('indexes what was sent in the background, while the old index serves', async () => {
    const trainer = await serve();
    const response = await trainer.document('PUT', 'documents/spark.md', spark);
    expect(response.status).toBe(200);
    const sent = (await response.json()) as TrainerDocuments;
    expect(statuses(sent)).toEqual({ 'kafka.md': 'ready', 'documents/spark.md': 'pending' });
    expect(sent.ingestion).toMatchObject({ stage: 'reading', problem: null });
    expect(await ask('Qu’est-ce que Kafka ?')).toContain('plateforme distribuée');
    const { ingestion, ...rest } = await trainer.indexed();
    expect(rest.notes).toEqual([]);
    expect(statuses({ ingestion, ...rest })).toMatchObject({ 'documents/spark.md': 'ready' });
    expect(ingestion).toMatchObject({ stage: 'ready', finishedAt: expect.any(String) });
    expect(await ask('Qu’est-ce que Spark ?')).toContain('calcul réparti');
  });

  it('takes what comes together in one indexing', async () => {
    const trainer = await serve();
    let reloads = 0;
    const { reload } = server.tutor;
    Object.assign(server.tutor, { reload: (...given: []) => ((reloads += 1), reload(...given)) });
    const names = Array.from({ length: 4 }, (_, at) => `cours-${at}.md`);
    await Promise.all(
      names.map((name) => trainer.document('PUT', name, `# ${name}\n\nTexte de ${name}.\n`)),
    );
    const { documents } = await trainer.indexed();
    expect(documents).toHaveLength(5);
    expect(reloads).toBeLessThanOrEqual(2);
  });

  it('replaces a document: what it said before is no longer found', async () => {
    const trainer = await serve({ 'kafka.md': kafka, 'spark.md': spark });
    await trainer.document('PUT', 'spark.md', '# Spark\n\nSpark lit des fichiers Parquet.\n');
    await trainer.indexed();
    const answer = await ask('Qu’est-ce que Spark ?');
    expect(answer).toContain('Parquet');
    expect(answer).not.toContain('calcul réparti');
  });

  it('refuses what cannot be a document in one sentence, writes nothing and indexes nothing', async () => {
    const trainer = await serve();
    for (const [path, text, status] of [
      ['../kafka.md', kafka, 400],
      ['cours.pdf', kafka, 400],
      ['vide.md', '', 400],
      ['faux.md', '---\nkind: leçon\n---\nTexte.\n', 400],
      ['double.md', kafka, 409],
      ['grand.md', 'a'.repeat(5_000_001), 413],
    ] as const) {
      const response = await trainer.document('PUT', path, text);
      expect([path, response.status]).toEqual([path, status]);
      const { message } = (await response.json()) as ErrorBody;
      expect(message).toMatch(/^[^\n]{20,400}\.$/);
      expect(message).not.toContain(server.config.corpusDir);
    }
    expect(await readdir(server.config.corpusDir)).toEqual(['kafka.md']);
    expect((await trainer.indexed()).ingestion.stage).toBe('idle');
  });

  it('wants the path in the address and a file in the body', async () => {
    const trainer = await serve();
    expect((await trainer.document('PUT', '', spark)).status).toBe(400);
    expect((await trainer.document('PUT', 'spark.md', { text: spark })).status).toBe(415);
  });

  it('seals an exam before anything of it can be asked', async () => {
    const trainer = await serve({ 'kafka.md': kafka, 'spark.md': spark });
    const cookie = await enterAsStudent(server.url);
    const seen: string[] = [];
    const look = async () => {
      const question =
        'Qui surveille chaque matin la dérive du modèle de tarification des billets ?';
      seen.push(JSON.stringify(await readEvents(await postAnswer(server.url, { question }))));
      for (const path of [
        '/api/documents/partiel',
        '/api/documents/kafka',
        '/api/status',
        '/api/tasks',
      ]) {
        seen.push(await (await fetch(server.url + path, { headers: { cookie } })).text());
      }
      seen.push(JSON.stringify(await trainer.get('/api/trainer/documents')));
      seen.push(JSON.stringify(await server.tutor.trace('dérive du modèle de tarification', 20)));
      const chunks = await fetch(`${server.url}/api/trainer/chunks?path=partiel.md`, {
        headers: { cookie },
      });
      seen.push(await chunks.text());
    };
    expect((await trainer.document('PUT', 'partiel.md', exam)).status).toBe(200);
    let indexing = true;
    const indexed = trainer.indexed().finally(() => (indexing = false));
    while (indexing) await look();
    const after = await indexed;
    await look();
    seen.push(
      JSON.stringify(await trainer.get<ChunkView[]>('/api/trainer/chunks?path=partiel.md')),
    );

    expect(after.documents.find(({ path }) => path === 'partiel.md')).toMatchObject({
      status: 'partly-sealed',
    });
    const runs = fiveWordRuns(exam.slice(exam.indexOf('**A1.**')));
    expect(runs.length).toBeGreaterThan(20);
    const asked = 'Qui surveille chaque matin la dérive du modèle de tarification des billets ?';
    const said = seen.map((text) => tokenize(text.replaceAll(asked, '')).join(' ')).join('\n');
    for (const run of runs) expect(said).not.toContain(run);
    // The look is a look: the open part is there.
    expect(said).toContain('dure deux heures sans document');
    expect(
      await ask('Qui surveille chaque matin la dérive du modèle de tarification des billets ?'),
    ).toContain('"decision":"hint"');
  });
});

describe('PUT /api/trainer/documents with a kind', () => {
  it('seals from its first moment on what nothing else tells from a lesson', async () => {
    const trainer = await serve({ 'kafka.md': kafka });
    const response = await trainer.document('PUT', 'spark.md', spark, 'solution');
    expect((await response.json()) as TrainerDocuments).toMatchObject({
      documents: [{ path: 'kafka.md' }, { path: 'spark.md', kind: 'solution', status: 'pending' }],
    });
    const { documents, ingestion } = await trainer.indexed();
    expect(documents[1]).toMatchObject({ id: null, kind: 'solution', status: 'sealed' });
    expect(ingestion.stage).toBe('ready');
    expect(await readFile(join(server.config.corpusDir, 'corpus.yaml'), 'utf8')).toBe(
      'documents:\n  - path: spark.md\n    kind: solution\n',
    );
    expect((await trainer.document('PUT', 'spark.md', spark, 'examen')).status).toBe(400);
  });
});

describe('PATCH /api/trainer/documents', () => {
  it('seals a document and opens it again', async () => {
    const trainer = await serve({ 'kafka.md': kafka, 'spark.md': spark });
    const patched = (await (
      await trainer.document('PATCH', 'spark.md', { kind: 'solution' })
    ).json()) as TrainerDocuments;
    expect(patched.documents.find(({ path }) => path === 'spark.md')).toMatchObject({
      kind: 'solution',
      status: 'pending',
    });
    const sealed = await trainer.indexed();
    expect(sealed.documents.find(({ path }) => path === 'spark.md')).toMatchObject({
      id: null,
      kind: 'solution',
      status: 'sealed',
    });
    expect(await ask('Qu’est-ce que Spark ?')).not.toContain('calcul réparti');
    await trainer.document('PATCH', 'spark.md', { kind: 'document' });
    expect(statuses(await trainer.indexed())).toEqual({ 'kafka.md': 'ready', 'spark.md': 'ready' });
    expect(await readdir(server.config.corpusDir)).toEqual(['kafka.md', 'spark.md']);
  });

  it('refuses a kind that is none, and a file that is not there', async () => {
    const trainer = await serve();
    expect((await trainer.document('PATCH', 'kafka.md', { kind: 'examen' })).status).toBe(400);
    expect((await trainer.document('PATCH', 'spark.md', { kind: 'exam' })).status).toBe(404);
  });
});

describe('DELETE /api/trainer/documents', () => {
  it('takes a document out of the course and says where its file is kept', async () => {
    const trainer = await serve({ 'kafka.md': kafka, 'cours/spark.md': spark });
    const response = await trainer.document('DELETE', 'cours/spark.md');
    const { notes } = (await response.json()) as TrainerDocuments;
    expect(notes).toEqual([
      expect.stringMatching(/^cours\/spark\.md was removed.* removed\/20.* of the data folder\.$/),
    ]);
    const { documents } = await trainer.indexed();
    expect(documents.map(({ path }) => path)).toEqual(['kafka.md']);
    expect(await ask('Qu’est-ce que Spark ?')).not.toContain('calcul réparti');
    const kept = /removed\/\S+/.exec(notes[0]!)![0];
    expect(await readFile(join(server.config.dataDir, kept, 'cours/spark.md'), 'utf8')).toBe(spark);
  });
});

describe('an indexing that fails', () => {
  it('says why, naming the file, leaves the old index serving, and can be started again', async () => {
    const trainer = await serve({ 'kafka.md': kafka, 'spark.md': spark });
    const overrides = join(server.config.corpusDir, 'corpus.yaml');
    await writeFile(overrides, 'documents:\n  - path: nowhere.md\n    kind: exam\n');
    await writeFile(join(server.config.corpusDir, 'flink.md'), '# Flink\n\nUn moteur de flux.\n');
    await trainer.post('/api/trainer/ingestion');
    const failed = await trainer.indexed();
    expect(failed.ingestion).toMatchObject({
      stage: 'failed',
      problem: expect.stringMatching(/^corpus\.yaml, line 2: there is no document nowhere\.md/),
      finishedAt: expect.any(String),
    });
    expect(statuses(failed)).toEqual({
      'flink.md': 'pending',
      'kafka.md': 'ready',
      'spark.md': 'ready',
    });
    expect(await ask('Qu’est-ce que Kafka ?')).toContain('plateforme distribuée');
    await rm(overrides);
    await trainer.post('/api/trainer/ingestion');
    const { ingestion } = await trainer.indexed();
    expect(ingestion).toMatchObject({ stage: 'ready', problem: null });
  });

  it('lets answers through while it works', async () => {
    const trainer = await serve();
    await trainer.post('/api/trainer/ingestion');
    await sleep(400);
    const response = await fetch(`${server.url}/api/status`);
    expect(((await response.json()) as { documents: number }).documents).toBe(1);
    const document = await fetch(`${server.url}/api/documents/kafka`, {
      headers: { cookie: await enterAsStudent(server.url) },
    });
    expect(((await document.json()) as DocumentView).text).toBe(kafka);
    await trainer.indexed();
  });
});

const fiveWordRuns = (text: string): readonly string[] => {
  const words = tokenize(text);
  return words.slice(4).map((_, at) => words.slice(at, at + 5).join(' '));
};
