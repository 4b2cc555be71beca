import { basename } from 'node:path';
import { detectLanguage } from '../../server/language/detect-language.ts';
import type { Language } from '../../server/language/detect-language.ts';
import { binaryNdcg } from '../scorers/discounted-gain.ts';
import { meanOf } from '../statistics/mean.ts';
import { ablations } from './ablation.ts';
import { indexPassages } from './index-passages.ts';
import { miniSearch, miniSearchTuned, oramaSearch } from './library-search.ts';
import { ourSearch } from './our-search.ts';
import { type Collection, readCollection } from './read-collection.ts';
import type { SearchSystem } from './search-system.ts';
import { score, table } from './table.ts';
import { targetTable } from './targets.ts';

/**
 * Measures our search, without a glossary, and others on a public collection: one passage is one unit, as judged.
 * @throws {Error} naming file and line when the collection is not of the expected form
 */
export async function collectionBench(
  folder: string,
  { ablation }: { readonly ablation: boolean },
): Promise<string> {
  const collection = await readCollection(folder);
  const { passages, queries } = collection;
  const { index, tools } = await indexPassages(passages);
  const language = languageOf(collection);
  const systems = [
    ourSearch(index, tools),
    miniSearch(passages),
    miniSearchTuned(passages),
    await oramaSearch(passages, language),
    ...(ablation ? ablations(index, tools) : []),
  ];
  const results = [];
  for (const system of systems) {
    results.push({ name: system.name, ...(await measure(system, collection)) });
  }
  return [
    `Collection ${basename(folder)}: ${queries.length} questions, ${passages.length} passages (${language})`,
    table(
      ['system', 'nDCG@10', '±', 'recall@5', '@10', 'MRR@10'],
      results.map(({ name, ndcg, recall5, recall10, mrr }) => [
        name,
        ...[ndcg.mean, ndcg.margin, recall5, recall10, mrr].map(score),
      ]),
    ),
    targetTable([
      {
        target: { name: 'nDCG@10 (asked of afriqa-fr)', atLeast: 0.845 },
        measured: results[0]!.ndcg.mean,
        show: score,
      },
    ]),
  ].join('\n\n');
}

async function measure({ search }: SearchSystem, { passages, queries }: Collection) {
  const ndcg: number[] = [];
  const recall5: number[] = [];
  const recall10: number[] = [];
  const mrr: number[] = [];
  for (const { text, relevant } of queries) {
    const found = await search({ text }, 10);
    const hits = found.map((at) => relevant.has(passages[at]!.id));
    const share = (k: number) => hits.slice(0, k).filter(Boolean).length / relevant.size;
    ndcg.push(binaryNdcg(hits, relevant.size, 10));
    recall5.push(share(5));
    recall10.push(share(10));
    mrr.push(hits.includes(true) ? 1 / (hits.indexOf(true) + 1) : 0);
  }
  const mean = (values: readonly number[]) => meanOf(values).mean;
  return { ndcg: meanOf(ndcg), recall5: mean(recall5), recall10: mean(recall10), mrr: mean(mrr) };
}

/** The language of most passages: Orama has to be told one. */
function languageOf({ passages }: Collection): Language {
  const english = passages.filter(({ text }) => detectLanguage(text) === 'en').length;
  return english > passages.length / 2 ? 'en' : 'fr';
}
