import { resolve } from 'node:path';
import type { Variant } from '../variants/variant.ts';
import { gitSha, hashFolders, hashOf, hashSource } from './hashes.ts';
import type { VariantRef } from './run-row.ts';

const project = resolve(import.meta.dirname, '..', '..');

/** The folder of a variant's documents. */
export const corpusOf = ({ corpus }: Pick<Variant, 'corpus'>): string => resolve(project, corpus);

/** The model's name as rows and the price table know it. */
export const modelName = ({ model }: Pick<Variant, 'model'>): string =>
  typeof model === 'string' ? model : model.name;

/**
 * Names everything that decides what a variant's rows say: its settings, prompt and documents, and the program.
 * @throws {Error} in one sentence when its folder of documents is not there
 */
export async function referTo(variant: Variant): Promise<VariantRef> {
  const promptHash = hashOf(variant.promptText);
  const corpusHash = await hashFolders([corpusOf(variant)]).catch(() => {
    throw new Error(`evals/variants/${variant.id}.yaml: there is no folder "${variant.corpus}".`);
  });
  const { description: _, promptText: __, ...settings } = variant;
  const hash = hashOf([settings, promptHash, corpusHash, await hashSource()]);
  return {
    ...{ id: variant.id, hash, model: modelName(variant), promptHash, corpusHash },
    gitSha: await gitSha(),
  };
}
