import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationSummary, ConversationView } from '../../contract/conversations.ts';
import type { StudentExport } from '../../contract/student-data.ts';
import { fullDraft } from '../../testing/critique-drafts.ts';
import { serveTutor, type ServedTutor } from '../../testing/serve-tutor.ts';
import { createStudentClient, type StudentClient } from '../../testing/student-client.ts';

let server: ServedTutor;
let student: StudentClient;
beforeAll(async () => void (server = await serveTutor()));
afterAll(() => server.close());
beforeEach(async () => void (student = await createStudentClient(server.url)));

const question = { question: 'Quelle est la différence entre le RPO et le RTO ?' };
const list = () => student.get<readonly ConversationSummary[]>('/api/conversations');
const open = (id: string) => student.get<ConversationView>(`/api/conversations/${id}`);

describe('/api/conversations', () => {
  it('lists them, the one used last first, under the student’s title or the first question', async () => {
    const first = await student.ask(question);
    const second = await student.ask({ question: 'Qu’est-ce qu’un data lake ?' });
    await student.ask({ question: 'et un data warehouse ?', conversationId: first.conversationId });
    const renamed = await student.send('PATCH', `/api/conversations/${second.conversationId}`, {
      title: '  Mes lacs ',
    });
    expect(await renamed.json()).toMatchObject({ title: 'Mes lacs', turns: 1 });
    expect(await list()).toMatchObject([
      { id: first.conversationId, title: question.question, turns: 2 },
      { id: second.conversationId, title: 'Mes lacs', turns: 1 },
    ]);
  });

  it('cuts a long question between two words for a title', async () => {
    await student.ask({ question: `Qu’est-ce que ${'le grand projet '.repeat(20)} ?` });
    const [first] = await list();
    expect(first?.title.length).toBeLessThanOrEqual(80);
    expect(first?.title).toMatch(/(?:projet|grand|le)…$/);
  });

  it('shows a turn as it was answered, with what the student thinks of it', async () => {
    const { turnId, conversationId, text, events } = await student.ask(question);
    const rating = { helpful: false, reasons: ['too-long', 'other'], shared: true };
    const rated = await student.send('PUT', `/api/turns/${turnId}/rating`, rating);
    expect(await rated.json()).toEqual(rating);
    const { history } = await open(conversationId);
    expect(history).toHaveLength(1);
    expect(history[0]).toMatchObject({
      ...{ id: turnId, question: question.question, status: 'complete', text, rating },
      ...{ decision: 'answer', language: 'fr', failure: null },
    });
    const end = events.flatMap(({ event }) =>
      event.type === 'citations-available' ? event.citations : [],
    );
    expect(end.length).toBeGreaterThan(0);
    expect(history[0]?.citations).toEqual(end);
    const again = { ...rating, helpful: true, reasons: [] };
    await student.send('PUT', `/api/turns/${turnId}/rating`, again);
    expect((await open(conversationId)).history[0]?.rating).toEqual(again);
    await student.send('DELETE', `/api/turns/${turnId}/rating`);
    expect((await open(conversationId)).history[0]?.rating).toBeNull();
  });

  it('keeps the rating of a turn that was replaced', async () => {
    const { turnId, conversationId } = await student.ask(question);
    const rating = { helpful: false, reasons: ['inexact'], shared: true };
    await student.send('PUT', `/api/turns/${turnId}/rating`, rating);
    await student.ask({ ...question, conversationId, replaces: turnId });
    const { conversations } = await student.get<StudentExport>('/api/student/export');
    expect(conversations[0]?.turns).toMatchObject([
      { id: turnId, replaced: true, rating },
      { replaced: false, rating: null },
    ]);
    expect((await open(conversationId)).history).toHaveLength(1);
  });

  it('tells the trainer’s pages what a turn came to', async () => {
    const { turnId } = await student.ask({ question: 'Quelle est la capitale du Pérou en 1950 ?' });
    const hint = await student.ask({ question: 'Quelle est la réponse à la question A2 ?' });
    const rows = await server.store.tables.selectFrom('turns').selectAll().execute();
    const of = (id: string) => rows.find((row) => row.id === id);
    expect(of(turnId)).toMatchObject({ decision: 'abstain', exam: null, item: null });
    expect(of(hint.turnId)).toMatchObject({ decision: 'hint', memory: null });
    expect([of(hint.turnId)?.exam, of(hint.turnId)?.item]).toEqual([expect.any(String), 'A2']);
  });

  it.each([
    ['PATCH', (id: string) => `/api/conversations/${id}`, { title: '' }],
    ['PATCH', (id: string) => `/api/conversations/${id}`, { title: 'a'.repeat(121) }],
    ['GET', (id: string) => `/api/conversations/${id}/export?format=pdf`, undefined],
    ['GET', (id: string) => `/api/conversations/${id}/export?language=de`, undefined],
  ])('refuses %s %s %j', async (method, path, body) => {
    const { conversationId } = await student.ask({ question: 'Bonjour' });
    expect((await student.send(method, path(conversationId), body)).status).toBe(400);
  });

  it('refuses a rating that is none', async () => {
    const { turnId } = await student.ask({ question: 'Bonjour' });
    const path = `/api/turns/${turnId}/rating`;
    for (const rating of [{}, { helpful: true, reasons: ['nice'], shared: false }]) {
      expect((await student.send('PUT', path, rating)).status).toBe(400);
    }
    const nothing = { helpful: true, reasons: [], shared: false };
    expect((await student.send('PUT', `/api/turns/${randomUUID()}/rating`, nothing)).status).toBe(
      404,
    );
  });
});

describe('exports', () => {
  it('give a conversation as Markdown that a person can read', async () => {
    const { conversationId } = await student.ask(question);
    await student.ask({ question: '# Bonjour\n1. a', conversationId });
    const response = await student.send('GET', `/api/conversations/${conversationId}/export`);
    expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="repere-\d{4}-\d\d-\d\d\.md"$/,
    );
    const text = await response.text();
    expect(text).toMatch(/^# Quelle est la différence entre le RPO et le RTO \?\n/);
    expect(text).toMatch(/^## Question 1 — \d{1,2} \p{L}+ \d{4} à \d\d:\d\d$/mu);
    expect(text).toMatch(/^> Quelle est la différence/m);
    expect(text).toMatch(/^- \[1\] \*.+ › .+\*, ligne \d+\u00a0: «\u00a0.+\u00a0»$/m);
    expect(text).toContain('> # Bonjour\n> 1. a');
    const hint = await student.ask({ question: 'Quelle est la réponse à la question A2 ?' });
    const hinted = await student.send('GET', `/api/conversations/${hint.conversationId}/export`);
    expect(await hinted.text()).toMatch(
      /^### Indice$[^]+^\*\*Sections à relire\*\*\n\n- \[1\] \*[^*]+\*, ligne \d+$/m,
    );
    const english = await student.send(
      'GET',
      `/api/conversations/${conversationId}/export?language=en`,
    );
    expect(await english.text()).toMatch(/^- \[1\] \*.+\*, line \d+: “.+”$/m);
  });

  it('give a conversation as JSON, and everything of the student', async () => {
    const { conversationId } = await student.ask(question);
    const path = `/api/conversations/${conversationId}/export?format=json`;
    expect(await student.get(path)).toEqual(await open(conversationId));
    const drafted = await student.send('POST', '/api/critiques', { task: 'sc1', text: fullDraft });
    await drafted.text();
    const all = await student.get<StudentExport>('/api/student/export');
    expect(all.student).toMatchObject({ pseudonym: expect.any(String), className: 'Repère' });
    expect(all.conversations).toMatchObject([{ id: conversationId, turns: [{ replaced: false }] }]);
  });
});

describe('deleting', () => {
  it('takes a conversation away with its turns, and no other', async () => {
    const { conversationId, turnId } = await student.ask({ question: 'Bonjour' });
    const kept = await student.ask({ question: 'Merci' });
    const path = `/api/conversations/${conversationId}`;
    expect((await student.send('DELETE', path)).status).toBe(204);
    expect((await student.send('DELETE', path)).status).toBe(404);
    expect((await student.send('GET', `/api/turns/${turnId}/events`)).status).toBe(404);
    expect((await list()).map(({ id }) => id)).toEqual([kept.conversationId]);
  });

  it('takes a student away with everything, and ends the session', async () => {
    await student.ask({ question: 'Bonjour' });
    const response = await student.send('DELETE', '/api/student');
    expect(response.status).toBe(204);
    expect(response.headers.getSetCookie().join()).toMatch(/repere-student=;/);
    expect((await student.send('GET', '/api/conversations')).status).toBe(401);
  });
});
