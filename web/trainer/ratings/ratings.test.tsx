import { describe, expect, it } from 'vitest';
import { renderPage } from '../../testing/render-page.tsx';
import { someCitation, someSource } from '../../testing/answers.ts';
import { someTurn } from '../../testing/trainer-views.ts';
import { Ratings } from './ratings-page.tsx';

const page = (changes: Partial<Parameters<typeof Ratings>[0]['view']>) =>
  renderPage(
    <Ratings
      onOpen={() => {}}
      view={{ helpful: 9, unhelpful: 4, reasons: [], shared: [], ...changes }}
    />,
  );

describe('Ratings', () => {
  it('gives reasons most given first, and none that nobody gave', () => {
    const html = page({
      reasons: [
        { reason: 'unclear', count: 1 },
        { reason: 'inexact', count: 0 },
        { reason: 'too-long', count: 3 },
      ],
    });
    expect(html.indexOf('Trop long')).toBeLessThan(html.indexOf('Pas clair'));
    expect(html).not.toContain('Inexact');
  });

  it('offers to make a case of a shown turn once', () => {
    const fresh = page({ shared: [someTurn()] });
    expect(fresh).toMatch(/aria-label="En faire un cas d’évaluation[^"]*RPO/);
    const made = page({ shared: [someTurn({ caseId: 'draft-7' })] });
    expect(made).not.toContain('En faire un cas d’évaluation');
    expect(made).toContain('draft-7');
    expect(made).toContain('href="/trainer/evals"');
  });

  it('shows an answer as its student saw it, with citations that open', () => {
    const text = 'Le **RPO** dit ce que l’on perd [1]. Personne ne le dit.';
    const html = page({
      shared: [
        someTurn({ text, citations: [someCitation()], unsupported: [{ start: 37, end: 57 }] }),
      ],
    });
    expect(html).toContain('<strong>RPO</strong>');
    expect(html).toMatch(/<button aria-label="Source 1[^"]*Qualité des données[^"]*" class="chip"/);
    expect(html).toContain('<h5>Sources citées</h5>');
    expect(html).toContain('une valeur valide</blockquote>');
    expect(html).toContain('à vérifier');
    expect(html).not.toContain('**');
  });

  it('says of a question without an answer that none came, and of an abstention what came near', () => {
    const failed = page({ shared: [someTurn({ status: 'failed', text: '', failure: 'x' })] });
    expect(failed).toContain('La réponse n’est pas arrivée.');
    const near = page({ shared: [someTurn({ decision: 'abstain', nearest: [someSource()] })] });
    expect(near).toContain('Les six dimensions');
  });

  it('keeps the language of what is shown', () => {
    const html = page({ shared: [someTurn({ question: 'Can Kafka lose it?', language: 'en' })] });
    expect(html).toContain('<h4 lang="en">Can Kafka lose it?</h4>');
  });

  it('says that nothing was rated, or nothing shown', () => {
    expect(page({ helpful: 0, unhelpful: 0 })).toContain('Aucune réponse n’a encore reçu d’avis.');
    expect(page({})).toContain('Aucun étudiant n’a encore montré de question.');
  });
});
