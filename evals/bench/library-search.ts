import { create, insertMultiple, search } from '@orama/orama';
import { stemmer as englishStemmer } from '@orama/stemmers/english';
import { stemmer as frenchStemmer } from '@orama/stemmers/french';
import { stopwords as englishStopWords } from '@orama/stopwords/english';
import { stopwords as frenchStopWords } from '@orama/stopwords/french';
import MiniSearch from 'minisearch';
import type { Language } from '../../server/language/detect-language.ts';
import { asText, type SearchSystem, type TitledText } from './search-system.ts';

/** MiniSearch as it comes. */
export function miniSearch(passages: readonly TitledText[]): SearchSystem {
  const index = new MiniSearch({ fields: ['title', 'text'] });
  return overMiniSearch('MiniSearch', index, passages);
}

/** MiniSearch as its documentation advises for such texts: accents folded, prefixes and typos allowed, titles first. */
export function miniSearchTuned(passages: readonly TitledText[]): SearchSystem {
  const index = new MiniSearch({
    fields: ['title', 'text'],
    processTerm: (term) => term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 2 } },
  });
  return overMiniSearch('MiniSearch fr', index, passages);
}

function overMiniSearch(
  name: string,
  index: MiniSearch,
  passages: readonly TitledText[],
): SearchSystem {
  index.addAll(passages.map(({ title, text }, id) => ({ id, title, text })));
  return {
    name,
    search: async (query, limit) =>
      index
        .search(asText(query))
        .slice(0, limit)
        .map(({ id }) => id as number),
  };
}

const orama = {
  fr: { language: 'french', stemmer: frenchStemmer, stopWords: frenchStopWords },
  en: { language: 'english', stemmer: englishStemmer, stopWords: englishStopWords },
} as const;

/** Orama with its stemmer and its stop words of the passages' language. */
export async function oramaSearch(
  passages: readonly TitledText[],
  language: Language,
): Promise<SearchSystem> {
  const { stopWords, ...settings } = orama[language];
  const index = create({
    schema: { title: 'string', text: 'string' } as const,
    components: { tokenizer: { ...settings, stemming: true, stopWords: [...stopWords] } },
  });
  await insertMultiple(
    index,
    passages.map(({ title, text }, id) => ({ id: String(id), title, text })),
  );
  return {
    name: 'Orama',
    async search(query, limit) {
      const { hits } = await search(index, { term: asText(query), limit });
      return hits.map(({ id }) => Number(id));
    },
  };
}
