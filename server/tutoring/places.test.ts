import { describe, expect, it } from 'vitest';
import type { Document } from '../documents/document.ts';
import { toSource } from './places.ts';

const document: Document = {
  ...{ id: 'd', title: 'T', course: null, kind: 'lesson', language: 'fr', path: 'd.md' },
  ...{ text: 'x', firstLine: 1, encoding: 'utf-8', repaired: false },
};

const snippetOf = (text: string): string => {
  const chunk = { id: 'd#0-1', documentId: 'd', start: 0, end: 1, headings: ['Titre'], text };
  return toSource({ document, rank: 1, chunk } as unknown as Parameters<typeof toSource>[0])
    .snippet;
};

describe('toSource', () => {
  it.each([
    ['## Titre\n\nDu texte.', 'Du texte.'],
    ['# Un\n## Deux\nDu texte # non titre.', 'Du texte # non titre.'],
    ['Du texte.\n\n## Suite\nAutre.', 'Du texte. Suite Autre.'],
    ['## Seul', 'Seul'],
    ['', ''],
    [
      'Deux rôles.\n\n| Rôle | Tâche |\n|---|:-:|\n| *DPO* | Conseille |\n| CNIL | Contrôle |\n\nFin.',
      'Deux rôles. DPO – Conseille ; CNIL – Contrôle. Fin.',
    ],
    ['| Rôle | Tâche |\n|---|---|', ''],
    ['| Data Steward | suit `a` |', 'Data Steward – suit a.'],
  ])('shows %j as %j', (text, snippet) => {
    expect(snippetOf(text)).toBe(snippet);
  });

  it('cuts a long passage between two words', () => {
    expect(snippetOf('mot '.repeat(400))).toMatch(/^(?:mot )+mot…$/);
    expect(snippetOf('é😀'.repeat(400)).length).toBeLessThanOrEqual(300);
  });
});
