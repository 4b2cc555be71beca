import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationView } from '../../contract/conversations.ts';
import { readLedgerText } from '../../integrity/ledger-text.ts';
import { readAnswerPrompt } from '../../tutoring/answer-prompt.ts';
import { fakeChatModel } from '../../testing/fakes.ts';
import { serveTutor, type ServedTutor, type ServeTutorOptions } from '../../testing/serve-tutor.ts';
import { createStudentClient, type StudentClient } from '../../testing/student-client.ts';

/** What the tutor remembers of a stored conversation, over the real exam of the corpus and a course of two pages. */
const exam = join('exams', 'examen-metiers-data.md');
const corpusDir = join(import.meta.dirname, '..', '..', '..', 'corpus');
const files = {
  'kafka.md': '# Kafka\n\nKafka est une plateforme distribuée de flux d’événements.\n',
  'lake.md':
    '# Data lake\n\nUn data lake conserve les données brutes. Ses limites sont la qualité et la recherche.\n',
  [exam]: await readFile(join(corpusDir, exam), 'utf8'),
};
let folder = '';
let server: ServedTutor;
let student: StudentClient;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repere-memory-'));
  await serve();
});
afterEach(async () => {
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

async function serve(more: ServeTutorOptions = {}) {
  server = await serveTutor({ files, dataDir: folder, ...more });
  student = await createStudentClient(server.url);
}

/** Stops the server and starts another on the same data; the student comes back with the same cookie. */
async function restart(more: ServeTutorOptions = {}) {
  const { cookie } = student;
  await server.close();
  await serve(more);
  student = await createStudentClient(server.url, cookie);
}

const ledgerOf = async (conversationId: string) => {
  const row = await server.store.tables
    .selectFrom('conversations')
    .select('ledger')
    .where('id', '=', conversationId)
    .executeTakeFirstOrThrow();
  return readLedgerText(row.ledger);
};

describe('what the exam guard remembers', () => {
  const about = 'Quelle est la réponse à la question A2 de l’examen ?';

  it('goes up the ladder of hints, however a turn is asked again or edited, over a restart as well', async () => {
    const hints: string[] = [];
    const first = await student.ask({ question: about });
    const { conversationId } = first;
    hints.push(first.text);
    const second = await student.ask({
      ...{ question: about, conversationId, replaces: first.turnId },
    });
    hints.push(second.text);
    await restart();
    const edited = 'A2, c’est le Data Engineer ?';
    hints.push(
      (await student.ask({ question: edited, conversationId, replaces: second.turnId })).text,
    );
    expect(new Set(hints).size).toBe(3);
    const { history } = await student.get<ConversationView>(`/api/conversations/${conversationId}`);
    expect(history).toHaveLength(1);
    const ledger = await ledgerOf(conversationId);
    expect([...ledger.given.values()]).toEqual([3]);
    expect(ledger.turn).toBe(3);
  });

  it('keeps every message in the window, also those that were replaced, stopped or never read', async () => {
    const questions = ['Qu’est-ce que Kafka ?', 'Qu’est-ce que Spark ?', 'Qu’est-ce que Flink ?'];
    let last = await student.ask({ question: questions[0] });
    const { conversationId } = last;
    for (const question of questions.slice(1)) {
      last = await student.ask({ question, conversationId, replaces: last.turnId });
    }
    const client = new AbortController();
    const left = { question: 'Et le RGPD ?', conversationId };
    await student.post(left, client.signal);
    client.abort();
    while ((await ledgerOf(conversationId)).turn < 4) await sleep(5);
    expect((await ledgerOf(conversationId)).window).toEqual([...questions, left.question]);
  });
});

describe('what a prompt is made of', () => {
  it('is the turns that no other one replaced, over a restart as well', async () => {
    const model = fakeChatModel(() => ['Je ne sais pas.']);
    await restart({ chatModel: model });
    const { conversationId } = await student.ask({ question: 'Qu’est-ce que Kafka ?' });
    const second = await student.ask({ question: 'Qu’est-ce que Spark ?', conversationId });
    await student.ask({
      ...{ question: 'Qu’est-ce que Flink ?', conversationId, replaces: second.turnId },
    });
    const after = fakeChatModel(() => ['Je ne sais pas.']);
    await restart({ chatModel: after });
    await student.ask({ question: 'Qu’est-ce que le RGPD ?', conversationId });
    const asked = readAnswerPrompt(after.prompts.at(-1)!).history.map(({ question }) => question);
    expect(asked).toEqual(['Qu’est-ce que Kafka ?', 'Qu’est-ce que Flink ?']);
  });

  it('lets a follow-up lean on the turn before it', async () => {
    const { conversationId } = await student.ask({ question: 'Qu’est-ce qu’un data lake ?' });
    await restart();
    const { events } = await student.ask({ question: 'et ses limites ?', conversationId });
    const end = events.at(-1)?.event;
    expect(end).toMatchObject({ type: 'answer-end' });
    // Alone it names no subject, and would be asked back.
    expect(end).not.toMatchObject({ decision: 'clarify' });
  });
});
