import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../errors.ts';
import {
  createFolder,
  replaceFile,
  syncFolder,
  temporaryName,
  temporaryOwner,
  writeFailure,
  writeNewFile,
} from './durable-files.ts';
import {
  currentName,
  generationNames,
  generationsFolder,
  newGenerationName,
  readIntact,
  type Generation,
} from './generation-folders.ts';
import { isAlive, lockIndex, type IndexLock } from './index-lock.ts';
import { createManifest, formatManifest, type ManifestFields } from './index-manifest.ts';

/** What an index folder holds. `missing` and `broken` have one remedy: ingest again, the index is only a cache. */
export type GenerationState =
  | (Generation & {
      readonly kind: 'ready';
      /** Why the current generation could not be used, when another one serves instead. */
      readonly recoveredFrom?: string;
    })
  | { readonly kind: 'missing' }
  | { readonly kind: 'broken'; readonly reason: string };

/**
 * Reads the current generation of an index folder, or the newest other intact one when that is damaged.
 *
 * Every byte is checked against the manifest's SHA-256 before it is returned: the native vector index crashes the
 * process on a damaged file. Writes nothing and waits for no lock.
 */
export async function readGeneration(root: string): Promise<GenerationState> {
  try {
    for (let attempt = 1; ; attempt += 1) {
      const current = await currentName(root);
      const state = await readCurrentOrOther(root, current);
      // A writer may have replaced, and pruned, what we were reading.
      if (attempt === 3 || (await currentName(root)) === current) return state;
    }
  } catch (error) {
    const code = errorCode(error);
    if (code === '') throw error;
    return { kind: 'broken', reason: `the folder ${root} cannot be read (${code})` };
  }
}

async function readCurrentOrOther(root: string, current: string | null): Promise<GenerationState> {
  const names = await generationNames(root);
  if (current === null && names.length === 0) return { kind: 'missing' };
  let reason = 'the file `current` is missing or names no generation';
  if (current !== null) {
    const generation = await readIntact(root, current);
    if (typeof generation !== 'string') return { kind: 'ready', ...generation };
    reason = `generation ${current} cannot be used: ${generation}`;
  }
  for (const name of names.filter((other) => other !== current)) {
    const generation = await readIntact(root, name);
    if (typeof generation === 'string') continue;
    return { kind: 'ready', ...generation, recoveredFrom: reason };
  }
  return { kind: 'broken', reason };
}

/** What a generation is made of. File names are plain: `[a-z0-9._-]`, no folders. */
export type GenerationContent = {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly manifest: ManifestFields;
};

/**
 * Writes a new generation and makes it the current one; the one before it is kept, older ones are removed.
 *
 * The folder is complete and on the disk before it gets its name, and the file `current` is replaced after that: a
 * crash, a full disk or a power cut at any moment leaves the old generation or the new one.
 *
 * @param held the lock, where the caller holds it already for longer than the writing.
 * @returns the name of the generation.
 * @throws {TutorError} `index-locked`, `disk-full`, or `settings-wrong` when the folder may not be written;
 * the earlier generation then still serves.
 */
export async function writeGeneration(
  root: string,
  content: GenerationContent,
  held?: IndexLock,
): Promise<string> {
  const lock = held ?? (await lockIndex(root));
  try {
    await createFolder(generationsFolder(root));
    const previous = (await currentName(root)) ?? (await generationNames(root))[0];
    await removeLeftovers(root);
    const name = await writeFolder(root, content);
    await makeCurrent(root, name);
    for (const old of await generationNames(root)) {
      if (old !== name && old !== previous) await discard(join(generationsFolder(root), old));
    }
    return name;
  } catch (cause) {
    throw writeFailure(cause, root);
  } finally {
    if (held === undefined) await lock.release();
  }
}

async function writeFolder(root: string, content: GenerationContent): Promise<string> {
  const manifest = createManifest(content.manifest, content.files);
  const folder = generationsFolder(root);
  const temporary = join(folder, temporaryName());
  const name = newGenerationName();
  try {
    await mkdir(temporary);
    for (const [file, bytes] of content.files) await writeNewFile(join(temporary, file), bytes);
    await writeNewFile(join(temporary, 'manifest.json'), formatManifest(manifest));
    await syncFolder(temporary);
    await rename(temporary, join(folder, name));
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    throw error;
  }
  await syncFolder(folder);
  return name;
}

async function makeCurrent(root: string, name: string): Promise<void> {
  try {
    await replaceFile(join(root, 'current'), `${name}\n`);
  } catch (error) {
    const switched = (await currentName(root)) === name;
    if (!switched) await discard(join(generationsFolder(root), name));
    throw error;
  }
}

/** Removes what dead writers left. What carries our own id in `generations` is from an earlier life: we hold the lock. */
async function removeLeftovers(root: string): Promise<void> {
  const generations = generationsFolder(root);
  for (const folder of [root, generations]) {
    for (const name of await readdir(folder)) {
      const owner = temporaryOwner(name);
      if (owner === null) continue;
      const ours = owner === process.pid && folder === generations;
      if (ours || !isAlive(owner)) await discard(join(folder, name));
    }
  }
}

/** Removes a folder in two steps, so that no generation is ever seen half removed. */
async function discard(path: string): Promise<void> {
  try {
    const temporary = join(path, '..', temporaryName());
    await rename(path, temporary);
    await rm(temporary, { recursive: true, force: true });
  } catch {
    // An index that was written well does not fail for its predecessor's sake; the next writing tries again.
  }
}
