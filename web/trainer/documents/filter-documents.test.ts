import { describe, expect, it } from 'vitest';
import { someDocument } from '../../testing/trainer-views.ts';
import { filterDocuments } from './filter-documents.ts';

const documents = [
  someDocument({ path: 'lessons/donnees.md', title: 'Qualité des données' }),
  someDocument({ path: 'exams/examen.md', title: 'Examen', status: 'sealed' }),
];
const found = (words: string, status: 'sealed' | null = null) =>
  filterDocuments(documents, { words, status }).map(({ title }) => title);

describe('filterDocuments', () => {
  it('shows all when nothing is asked', () => {
    expect(found(' ')).toEqual(['Qualité des données', 'Examen']);
  });

  it('looks for every word in title and path, without accents or case', () => {
    expect(found('DONNEES qualite')).toEqual(['Qualité des données']);
    expect(found('exams/')).toEqual(['Examen']);
    expect(found('qualité examen')).toEqual([]);
  });

  it('looks at the state too', () => {
    expect(found('', 'sealed')).toEqual(['Examen']);
  });
});
