import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { fr } from '../i18n/fr.ts';
import { MessagesContext } from '../i18n/messages.ts';
import { someCritique, someDraft } from '../testing/critiques.ts';
import { DraftResult } from './draft-result.tsx';

const render = (critique = someCritique(), draft = someDraft()): string =>
  renderToStaticMarkup(
    <MessagesContext value={fr}>
      <DraftResult critique={critique} draft={draft} onOpen={() => undefined} />
    </MessagesContext>,
  );

describe('DraftResult', () => {
  it('says of every criterion what was found, in words', () => {
    const html = render();
    for (const word of ['montré', 'en partie', 'absent']) expect(html).toContain(`>${word}</span>`);
    expect(html).toContain('Rien dans le brouillon n’en parle encore.');
  });

  it('links every quotation with the sign of its point', () => {
    const html = render();
    expect(html.match(/data-sign=/g)).toHaveLength(3);
    expect(html.match(/class="quotation"/g)).toHaveLength(3);
    expect(html).toContain('aria-label="Cité pour le critère 2, Traitements"');
    expect(html).toContain('aria-label="Cité pour la remarque A"');
  });

  it('leads from what to read first to its point and back, and from no other point', () => {
    const html = render();
    expect(html).toContain('aria-label="Voir le critère 3, Objectif"');
    expect(html.match(/aria-label="[^"]*question et prochaine étape"/g)).toEqual([
      'aria-label="Critère 3, Objectif\u00a0: question et prochaine étape"',
    ]);
  });

  it('sets the language of the feedback on its words', () => {
    const html = render(someCritique(), someDraft({ language: 'en' }));
    expect(html).toContain('<dd lang="en">Que gagne');
  });

  it('shows the mended text and says so, but is silent about line ends', () => {
    const mended = render(someCritique({ text: 'Abîmé, réparé.' }), someDraft({ text: 'AbÃ®mÃ©' }));
    expect(mended).toContain('Abîmé, réparé.');
    expect(mended).toContain(fr.draft.repaired);
    const lines = render(someCritique({ text: 'a\nb' }), someDraft({ text: 'a\r\nb' }));
    expect(lines).not.toContain(fr.draft.repaired);
  });

  it('shows quotations without a link when another text is shown than was read', () => {
    const html = render(someCritique({ text: 'Tout autre chose.' }));
    expect(html).not.toContain('data-sign=');
    expect(html).toContain('lit les clics et les paniers');
  });
});
