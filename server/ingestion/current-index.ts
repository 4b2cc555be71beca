import { TutorError } from '../errors.ts';
import type { Embedder } from '../retrieval/embedder.ts';
import type { PublicIndex } from '../retrieval/public-index.ts';
import { offlineEmbeddingModel } from './build-index.ts';
import { indexLayoutVersion, readIndexFiles, readKnownDocuments } from './index-files.ts';
import type { GenerationState } from './index-generations.ts';
import { sha256 } from './index-manifest.ts';
import type { Parts, ReadOptions } from './read-parts.ts';

type IndexSettings = { readonly embedder: Embedder | null };

/** Said where an index is made again because the corpus is another one: after a change, nothing to remark on. */
export const corpusChangedNote = 'The corpus changed since it was indexed; it is indexed again.';

/** What of the settings an index depends on. */
export const settingsHash = (embedder: Embedder | null): string =>
  sha256(JSON.stringify([indexLayoutVersion, embedder?.model ?? offlineEmbeddingModel]));

/** Documents that need not be decoded again; nothing where the generation cannot tell. */
export function knownDocuments(
  state: GenerationState,
  { embedder }: IndexSettings,
): Pick<ReadOptions, 'known'> {
  if (state.kind !== 'ready' || state.manifest.settingsHash !== settingsHash(embedder)) return {};
  try {
    return { known: readKnownDocuments(state.files) };
  } catch {
    return {}; // what is wrong with it is said where the index is opened
  }
}

/** The index of a generation, when it fits the corpus and the settings; else why it does not. */
export async function currentIndex(
  state: GenerationState,
  { corpusHash }: Parts,
  { indexDir, embedder }: IndexSettings & { readonly indexDir: string },
): Promise<
  { kind: 'ready'; index: PublicIndex; notes: string[] } | { kind: 'unfit'; notes: string[] }
> {
  if (state.kind === 'missing') return { kind: 'unfit', notes: [] };
  if (state.kind === 'broken') {
    return {
      kind: 'unfit',
      notes: [`The index in ${indexDir} was damaged (${state.reason}); it was built again.`],
    };
  }
  const { manifest, recoveredFrom } = state;
  const damaged =
    recoveredFrom && `The current index in ${indexDir} was damaged (${recoveredFrom})`;
  const unfit = (reason: string) => ({
    kind: 'unfit' as const,
    notes: [damaged ? `${damaged}; it was built again.` : reason],
  });
  if (manifest.corpusHash !== corpusHash) {
    return unfit(corpusChangedNote);
  }
  if (manifest.settingsHash !== settingsHash(embedder)) {
    const { embeddingModel } = manifest;
    return unfit(
      `The index was made for ${embeddingModel}; it is made again for the current settings.`,
    );
  }
  try {
    const index = await readIndexFiles(state.files, manifest.embeddingModel);
    const notes = damaged
      ? [`${damaged}; the one before it serves. Run npm run ingest to mend it.`]
      : [];
    return { kind: 'ready', index, notes };
  } catch (error) {
    if (!(error instanceof TutorError)) throw error;
    return unfit(
      `The index in ${indexDir} could not be used (${error.message}); it was built again.`,
    );
  }
}
