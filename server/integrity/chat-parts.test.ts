import { describe, expect, it } from 'vitest';
import { chatParts } from './chat-parts.ts';

const cut = (text: string) => chatParts(text).map(({ start, end }) => text.slice(start, end));

describe('chatParts', () => {
  it('finds what presents a pasted text and what offers more', () => {
    const opening = 'Parfait 👍 voici un **TP complet** avec énoncé :';
    const closing = 'Veux-tu que je prépare aussi des **modèles visuels** ?';
    expect(cut(`${opening}\n\n---\n\n# Exercice\n\nFaites.\n\n${closing}\n`)).toEqual([
      opening,
      closing,
    ]);
    expect(cut('Sure! Here is the lesson:\n\nText.\n\nLet me know if you need more.')).toHaveLength(
      2,
    );
  });

  it.each([
    '# Leçon\n\nVoici les trois étapes.\n\nVeux-tu dire le RPO ? demande le client.\n\nFin.',
    'Bonjour à toutes et à tous,\n\nCe TP a pour but de vous immerger.\n\nBon courage à tous !',
    'Parfait est un adjectif.\n\nFin.',
    '',
    'Parfait, voici tout.',
  ])('leaves %j alone', (text) => {
    expect(cut(text)).toEqual([]);
  });
});
