import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Place } from '../../../contract/course.ts';
import type {
  ExamUseView,
  OverviewView,
  RatingsView,
  UnansweredView,
} from '../../../contract/oversight.ts';
import type { Tables } from '../../../storage/schema.ts';
import { enterAsStudent, postAnswer, readEvents } from '../../../testing/ask-server.ts';
import { serveTutor, type ServedTutor } from '../../../testing/serve-tutor.ts';
import { createTrainerClient, type TrainerClient } from '../../../testing/trainer-client.ts';

const exam = [
  '---\nid: partiel\ntitle: Partiel de mai\nkind: exam\n---\n# Partiel de mai\n',
  '## Partie A — Choisir\n\n1) Nettoyer la nuit les relevés.\n[ ] Analyste [ ] **Ingénieur**\n',
].join('\n');

let server: ServedTutor;
let trainer: TrainerClient;
beforeAll(async () => {
  const files = { 'kafka.md': '# Kafka\n\nKafka est une plateforme.\n', 'exams/partiel.md': exam };
  server = await serveTutor({ files });
  trainer = await createTrainerClient(server);
  await fill();
});
afterAll(() => server.close());

const createdAt = '2026-11-01T09:00:00.000Z';

async function addStudent(name: string): Promise<string> {
  const { tables } = server.store;
  const classRow = await tables.selectFrom('classes').select('id').executeTakeFirstOrThrow();
  await tables
    .insertInto('students')
    .values({
      id: name,
      class_id: classRow.id,
      pseudonym: name,
      recovery_hash: name,
      created_at: createdAt,
    })
    .execute();
  await tables
    .insertInto('conversations')
    .values({
      id: name,
      student_id: name,
      title: null,
      ledger: null,
      created_at: createdAt,
      updated_at: createdAt,
    })
    .execute();
  return name;
}

let position = 0;
async function addTurn(student: string, turn: Partial<Tables['turns']>): Promise<string> {
  const id = randomUUID();
  position += 1;
  await server.store.tables
    .insertInto('turns')
    .values({
      ...{ id, conversation_id: student, position, request_key: null, asked_at: createdAt },
      ...{ question: 'Une question ?', finished_at: createdAt, status: 'complete', language: 'fr' },
      ...{ decision: 'answer', answer: JSON.stringify({ text: 'Une réponse.' }), memory: null },
      ...{ replaced: 0, exam: null, item: null, nearest: null },
      ...turn,
    })
    .execute();
  return id;
}

const rate = (turn: string, helpful: boolean, reasons: readonly string[], shared = false) =>
  server.store.tables
    .insertInto('ratings')
    .values({
      ...{ turn_id: turn, helpful: helpful ? 1 : 0, reasons: JSON.stringify(reasons) },
      ...{ shared: shared ? 1 : 0, rated_at: createdAt, case_id: null },
    })
    .execute();

const retention: Place = {
  ...{ documentId: 'kafka', title: 'Kafka', headings: ['Rétention'], start: 1, end: 9 },
  ...{ line: 3, language: 'fr' },
};

const cited = { ...retention, marker: 1, quote: 'sept jours', plain: 'sept jours' };

async function fill(): Promise<void> {
  const students = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(addStudent));
  const nearest = JSON.stringify(retention);
  for (const student of students) {
    await addTurn(student, {
      ...{
        decision: 'abstain',
        question: `Combien de temps Kafka garde-t-il les messages ?`,
        nearest,
      },
    });
  }
  await addTurn('a', { decision: 'abstain', question: 'Une question de moi seule ?' });
  await addTurn('a', { decision: 'abstain', question: 'Une question remplacée ?', replaced: 1 });
  await addTurn('b', { decision: 'hint', exam: 'partiel', item: 'A1' });
  await addTurn('c', { decision: 'hint', exam: 'partiel', item: 'A1', replaced: 1 });
  await addTurn('c', { decision: 'refuse', exam: 'partiel' });
  await addTurn('c', { decision: 'refuse' });
  await addTurn('d', { decision: null, status: 'failed' });
  await rate(await addTurn('a', {}), true, []);
  await rate(await addTurn('b', {}), false, ['inexact', 'too-long']);
  await rate(
    await addTurn('c', {
      question: 'Une question montrée ?',
      answer: JSON.stringify({ text: 'La réponse montrée [1].', citations: [cited] }),
    }),
    ...([false, ['inexact'], true] as const),
  );
}

describe('what trainers see of how the course is used', () => {
  it('groups what the course does not answer, with words only of five students', async () => {
    const view = await trainer.get<UnansweredView>('/api/trainer/unanswered');
    expect(view).toEqual({
      groups: [
        {
          ...{ nearest: retention, questions: 5, students: 5, lastAskedOn: '2026-11-01' },
          examples: [{ text: 'Combien de temps Kafka garde-t-il les messages ?', language: 'fr' }],
        },
        { nearest: null, questions: 1, students: null, examples: [], lastAskedOn: '2026-11-01' },
      ],
      unanswered: 6,
      asked: 13,
    });
    expect(JSON.stringify(view)).not.toContain('moi seule');
  });

  it('counts ratings and their reasons, and shows what students share, never who', async () => {
    expect(await trainer.get<RatingsView>('/api/trainer/ratings')).toEqual({
      ...{ helpful: 1, unhelpful: 2 },
      reasons: [
        { reason: 'inexact', count: 2 },
        { reason: 'too-long', count: 1 },
      ],
      shared: [
        {
          ...{ turnId: expect.any(String), question: 'Une question montrée ?', language: 'fr' },
          ...{ text: 'La réponse montrée [1].', citations: [cited], sources: [], nearest: [] },
          ...{ unsupported: [], dropped: 0, status: 'complete', decision: 'answer' },
          ...{ fallback: false, failure: null },
          ...{ helpful: false, reasons: ['inexact'], caseId: null },
        },
      ],
    });
  });

  it('counts hints and refusals by exam and item, with the title and nothing of a key', async () => {
    const view = await trainer.get<ExamUseView>('/api/trainer/exams');
    expect(view).toEqual({
      exams: [
        {
          ...{ exam: 'partiel', title: 'Partiel de mai', refusals: 1 },
          items: [{ item: 'A1', hints: 2 }],
        },
      ],
      otherRefusals: 1,
    });
  });

  it('says where to look first', async () => {
    expect(await trainer.get<OverviewView>('/api/trainer/overview')).toEqual({
      ...{ students: 5, asked: 13, unanswered: 6, helpful: 1, unhelpful: 2, hints: 2, refusals: 2 },
      ...{ sharedDrafts: 0, documents: { ready: 2, sealed: 0, failed: 0 } },
      endpoint: { state: 'offline', model: null, host: null, checkedAt: null },
    });
  });
});

describe('what a student really asks', () => {
  it('is counted where trainers look, and shown in no word', async () => {
    const served = await serveTutor({
      files: {
        'kafka.md': '# Kafka\n\nKafka est une plateforme de flux d’événements.\n',
        'exams/partiel.md': exam,
      },
    });
    try {
      const cookie = await enterAsStudent(served.url);
      const ask = async (question: string) =>
        readEvents(await postAnswer(served.url, { question }, { headers: { cookie } }));
      await ask('Quel est le prix d’une licence de Kafka chez Confluent en 2026 ?');
      await ask('Nettoyer la nuit les relevés : quel métier faut-il cocher ?');
      const seen = await createTrainerClient(served);
      const unanswered = await seen.get<UnansweredView>('/api/trainer/unanswered');
      expect(unanswered).toMatchObject({ unanswered: 1, asked: 2 });
      expect(unanswered.groups).toMatchObject([{ questions: 1, students: null, examples: [] }]);
      expect(JSON.stringify(unanswered)).not.toMatch(/licence|Confluent/);
      const { exams } = await seen.get<ExamUseView>('/api/trainer/exams');
      expect(exams).toMatchObject([{ exam: 'partiel', items: [{ item: 'A1', hints: 1 }] }]);
    } finally {
      await served.close();
    }
  });
});
