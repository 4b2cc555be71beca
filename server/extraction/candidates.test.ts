import { describe, expect, it } from 'vitest';
import { extractionTools, promptSources } from '../testing/extraction-tools.ts';
import { listCandidates } from './candidates.ts';

const list = (...texts: readonly string[]) => {
  const sources = promptSources(
    ...texts.map((text, at) => [`Leçon ${at}`, 'Un › Deux', text] as const),
  );
  return listCandidates(sources, extractionTools(sources));
};

const mixed = `## Sauvegarde

Une sauvegarde est **une copie**. Elle est gardée à part.

Trois moyens :

1. la copie complète
2. la copie partielle

| Moyen | Durée |
|---|---|
| complète | 3 heures |

\`\`\`sh
cp -r a b
\`\`\`
`;

describe('listCandidates', () => {
  it('quotes its source to the letter and shows it without Markdown', () => {
    const candidates = list(mixed);
    for (const { quote } of candidates) expect(mixed).toContain(quote);
    expect(candidates[0]).toMatchObject({
      quote: 'Une sauvegarde est **une copie**.',
      shown: 'Une sauvegarde est une copie.',
    });
  });

  it('has every sentence, item, row and code in the order of the source, headings and headers left out', () => {
    expect(list(mixed).map(({ kind, shown }) => [kind, shown])).toEqual([
      ['sentence', 'Une sauvegarde est une copie.'],
      ['sentence', 'Elle est gardée à part.'],
      ['sentence', 'Trois moyens :'],
      ['item', 'la copie complète'],
      ['item', 'la copie partielle'],
      ['row', 'complète – 3 heures'],
      ['code', 'cp -r a b'],
    ]);
  });

  it('ties items to their lead-in and rows to their header', () => {
    const candidates = list(mixed);
    const [first, second] = candidates.filter(({ kind }) => kind === 'item');
    expect(first).toMatchObject({ order: 1, leadIn: { shown: 'Trois moyens :' } });
    expect(second).toMatchObject({ order: 2, group: first!.group });
    const row = candidates.find(({ kind }) => kind === 'row')!;
    expect(row).toMatchObject({ cells: ['complète', '3 heures'], headerCells: ['Moyen', 'Durée'] });
    expect(row.group).not.toBe(first!.group);
  });

  it('keeps the lists of two sources apart', () => {
    const [a, b] = list('Ici :\n\n- un pain\n', 'Là :\n\n- une pomme\n').filter(
      ({ group }) => group !== null,
    );
    expect(a!.group).not.toBe(b!.group);
  });

  it('has a text that two sources share once, from the first', () => {
    const candidates = list('La pomme est rouge.', 'La pomme  est **rouge**. La poire est verte.');
    expect(candidates.map(({ source, shown }) => [source, shown])).toEqual([
      [1, 'La pomme est rouge.'],
      [2, 'La poire est verte.'],
    ]);
  });

  it('knows the statement before, within one source only', () => {
    const [first, second, third] = list('Le lac est grand. Il est profond.', 'Le port est petit.');
    expect(second!.before?.quote).toBe(first!.quote);
    expect([first!.before, third!.before]).toEqual([null, null]);
  });

  it('knows the language of each source', () => {
    const candidates = list(
      'Le cache garde les pages qui sont lues.',
      'The cache keeps the pages that are read.',
    );
    expect(candidates.map(({ home }) => home.language)).toEqual(['fr', 'en']);
  });

  it('has nothing of what holds no word', () => {
    expect(list('', '---', '🙂 … !', '## Titre')).toEqual([]);
  });
});
