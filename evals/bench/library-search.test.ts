import { describe, expect, it } from 'vitest';
import { indexPassages } from './index-passages.ts';
import { miniSearch, miniSearchTuned, oramaSearch } from './library-search.ts';
import { ourSearch } from './our-search.ts';

const passages = [
  { title: 'Kafka', text: 'Un topic est découpé en partitions.' },
  { title: 'Entrepôt', text: 'Les données sont chargées chaque nuit dans des tables.' },
  { title: 'RGPD', text: 'Le responsable du traitement informe les personnes.' },
];

describe('search systems', () => {
  it('all find the passage that holds the words, by its position', async () => {
    const { index, tools } = await indexPassages(passages);
    const systems = [
      ourSearch(index, tools),
      miniSearch(passages),
      miniSearchTuned(passages),
      await oramaSearch(passages, 'fr'),
    ];
    for (const { name, search } of systems) {
      expect([name, (await search({ text: 'partitions topic' }, 10))[0]]).toEqual([name, 0]);
      expect(
        await search({ text: 'données tables', context: { text: 'nuit', weight: 1 } }, 1),
      ).toEqual([1]);
    }
  });

  it('lets French settings find a word without its accents', async () => {
    expect(await miniSearch(passages).search({ text: 'decoupe' }, 10)).toEqual([]);
    expect(await miniSearchTuned(passages).search({ text: 'decoupe' }, 10)).toEqual([0]);
  });
});
