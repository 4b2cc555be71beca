import { describe, expect, it } from 'vitest';
import { renderPage } from '../../testing/render-page.tsx';
import { someEndpoint, someGroup, someOverview } from '../../testing/trainer-views.ts';
import { Figures } from './figures.tsx';
import { Gaps } from './gaps.tsx';
import { TodoList } from './todo-list.tsx';

const todo = (changes: Parameters<typeof someOverview>[0]) =>
  renderPage(<TodoList view={someOverview(changes)} />);

describe('TodoList', () => {
  it('says of every endpoint that fails what to do, and leads there', () => {
    for (const state of [
      'key-wrong',
      'model-unknown',
      'unreachable',
      'quota',
      'failing',
    ] as const) {
      const html = todo({ endpoint: someEndpoint({ state }) });
      expect(html).toContain('class="grave"');
      expect(html).toContain('le modèle hors ligne répond');
      expect(html).toContain('href="/trainer/settings"');
    }
  });

  it('asks for nothing where the model answers, or is left out on purpose', () => {
    for (const state of ['ready', 'unknown', 'offline'] as const)
      expect(todo({ endpoint: someEndpoint({ state }) })).not.toContain('class="grave"');
    expect(todo({ endpoint: someEndpoint({ state: 'offline' }) })).toContain('OPENAI_BASE_URL');
  });

  it('leads to documents that could not be read', () => {
    const html = todo({ documents: { ready: 1, sealed: 0, failed: 2 } });
    expect(html).toContain('2 fichiers du cours n’ont pas pu être lus');
    expect(html).toContain('href="/trainer/documents"');
  });

  it('says when nothing needs the trainer', () => {
    expect(todo({ unhelpful: 0 })).toContain('Rien d’autre ne demande votre attention.');
  });
});

describe('Gaps', () => {
  const gaps = (groups: readonly ReturnType<typeof someGroup>[]) =>
    renderPage(<Gaps onOpen={() => {}} view={{ groups, asked: 50, unanswered: 20 }} />);

  it('shows the first few, and the way to all', () => {
    const html = gaps(
      [1, 2, 3, 4].map((n) => someGroup({ examples: [{ text: `question ${n}`, language: 'fr' }] })),
    );
    expect(html).toContain('question 3');
    expect(html).not.toContain('question 4');
    expect(html).toContain('href="/trainer/unanswered"');
  });

  it('shows small groups without their words where there are no larger', () => {
    const html = gaps([someGroup({ students: null, examples: [] })]);
    expect(html).toContain('Rétention des messages');
    expect(html).toContain('Moins de 5 étudiants');
  });
});

describe('Figures', () => {
  it('leads from every count to its page', () => {
    const html = renderPage(<Figures view={someOverview({ asked: 1_412 })} />);
    expect(html).toContain('1\u202f412');
    expect(html.match(/href="\/trainer\//g)).toHaveLength(6);
  });
});
