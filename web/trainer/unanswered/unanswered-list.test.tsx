import { describe, expect, it } from 'vitest';
import { renderPage } from '../../testing/render-page.tsx';
import { someGroup, somePlace } from '../../testing/trainer-views.ts';
import { UnansweredList } from './unanswered-list.tsx';

const list = (view: Parameters<typeof UnansweredList>[0]['view']) =>
  renderPage(<UnansweredList onOpen={() => {}} view={view} />);
const few = someGroup({ students: null, questions: 3, nearest: somePlace({ title: 'MLOps' }) });

describe('UnansweredList', () => {
  it('shows the words of many, with the section to complete', () => {
    const html = list({ groups: [someGroup()], asked: 40, unanswered: 12 });
    expect(html).toContain('12 questions sur 40 sont restées sans réponse.');
    expect(html).toContain('Combien de temps Kafka garde-t-il les messages');
    expect(html).toContain('de 7 étudiants');
    expect(html).toMatch(/aria-label="Lire la section[^"]*Rétention des messages"/);
  });

  it('shows of few how many they are, why no more, and none of their words', () => {
    const html = list({ groups: [few], asked: 40, unanswered: 3 });
    expect(html).toContain('Moins de 5 étudiants');
    expect(html).toContain('MLOps');
    for (const example of few.examples) expect(html).not.toContain(example);
    expect(html).not.toContain('étudiants</span>');
  });

  it('says what to do where no section comes near', () => {
    const html = list({ groups: [someGroup({ nearest: null })], asked: 9, unanswered: 6 });
    expect(html).toContain('Loin de toutes les sections');
    expect(html).toContain('href="/trainer/documents"');
  });

  it('tells nothing asked from all answered, each with a way on', () => {
    const none = list({ groups: [], asked: 0, unanswered: 0 });
    const answered = list({ groups: [], asked: 9, unanswered: 0 });
    expect(none).not.toBe(answered);
    for (const html of [none, answered]) expect(html).toContain('<a href="/trainer/');
  });
});
