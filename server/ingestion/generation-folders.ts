import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseManifest, sha256, type Manifest } from './index-manifest.ts';
import { errorCode } from '../errors.ts';

/** One complete, verified state of the index on disk. */
export type Generation = {
  readonly name: string;
  readonly manifest: Manifest;
  readonly files: Map<string, Uint8Array>;
};

const largestManifest = 1_000_000;

/** One generation with every file checked against its manifest, or the reason why it cannot be used. */
export async function readIntact(root: string, name: string): Promise<Generation | string> {
  const folder = join(generationsFolder(root), name);
  const sealed = await readPlainFile(join(folder, 'manifest.json'), (size) => {
    return size <= largestManifest ? null : 'it is too large';
  });
  if (typeof sealed === 'string') return `manifest.json: ${sealed}`;
  const manifest = parseManifest(sealed.toString('utf8'));
  if (typeof manifest === 'string') return manifest;
  const files = new Map<string, Uint8Array>();
  for (const [file, expected] of Object.entries(manifest.files)) {
    const bytes = await readPlainFile(join(folder, file), (size) => {
      return size === expected.bytes ? null : `it has ${size} bytes instead of ${expected.bytes}`;
    });
    if (typeof bytes === 'string') return `${file}: ${bytes}`;
    if (sha256(bytes) !== expected.sha256) return `${file}: its checksum is wrong`;
    files.set(file, bytes);
  }
  return { name, manifest, files };
}

/** The bytes of a regular file whose size pleases, or what is wrong with it; a symbolic link is not followed. */
async function readPlainFile(
  path: string,
  objection: (size: number) => string | null,
): Promise<Buffer | string> {
  try {
    const handle = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0));
    try {
      const found = await handle.stat();
      return (
        (found.isFile() ? objection(found.size) : 'it is not a file') ?? (await handle.readFile())
      );
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = errorCode(error);
    if (code === '') throw error;
    return code === 'ENOENT' ? 'it is missing' : `it cannot be read (${code})`;
  }
}

/** Where the generations of an index lie. */
export function generationsFolder(root: string): string {
  return join(root, 'generations');
}

/** The name in the file `current`, or null when there is none or it could lead anywhere else. */
export async function currentName(root: string): Promise<string | null> {
  try {
    const name = (await readFile(join(root, 'current'), 'utf8')).trim();
    return isGenerationName(name) ? name : null;
  } catch (error) {
    if (['ENOENT', 'EISDIR'].includes(errorCode(error))) return null;
    throw error;
  }
}

/** All generations, newest first. */
export async function generationNames(root: string): Promise<readonly string[]> {
  try {
    const names = await readdir(generationsFolder(root));
    return names.filter(isGenerationName).sort().reverse();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** A name for a generation by time and chance, `20261103T101530123-1a2b3c4d`, so that the order of names is their age. */
export function newGenerationName(): string {
  const time = new Date().toISOString().replace(/[-:.Z]/g, '');
  return `${time}-${randomBytes(4).toString('hex')}`;
}

function isGenerationName(name: string): boolean {
  return /^\d{8}T\d{9}-[0-9a-f]{8}$/.test(name);
}
