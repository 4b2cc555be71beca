import { describe, expect, it } from 'vitest';
import { splitParagraph } from './split-paragraph.ts';

const split = (text: string) =>
  splitParagraph(text, { start: 0, end: text.length }).map(({ start, end }) =>
    text.slice(start, end),
  );

describe('splitParagraph', () => {
  it('splits lines that Markdown breaks', () => {
    expect(split('**Durée :** 2 heures  \n**Consignes :** Répondez.  \n→ [ ] oui')).toEqual([
      '**Durée :** 2 heures',
      '**Consignes :** Répondez.',
      '→ [ ] oui',
    ]);
  });

  it('splits short lines without a stop that begin with a capital', () => {
    expect(split('Dictionnaire des données \nSupport de présentation\n• Rapport')).toEqual([
      'Dictionnaire des données',
      'Support de présentation',
      '• Rapport',
    ]);
  });

  it('leaves wrapped prose whole', () => {
    const wrapped =
      'Le responsable de traitement, qui habite depuis longtemps à côté de\nParis, notifie la violation à la CNIL après avoir prévenu Madame\nDurand et la direction.';
    expect(split(wrapped)).toEqual([wrapped]);
  });

  it('leaves a line that goes on whole', () => {
    for (const text of [
      'la ville de\nParis',
      'un,\nDeux',
      'une base\nde données',
      'l’usine (\nAutoMec)',
    ]) {
      expect(split(text)).toEqual([text]);
    }
  });

  it('counts offsets in the whole text', () => {
    const text = 'Avant. Un. Deux. Après.';
    expect(splitParagraph(text, { start: 7, end: 16 })).toEqual([
      { start: 7, end: 10 },
      { start: 11, end: 16 },
    ]);
  });
});
