import { createHash } from 'node:crypto';
import { z } from 'zod';

/** What the caller says about a generation; whether it still fits the corpus and the settings is the caller's to judge. */
export type ManifestFields = {
  readonly embeddingModel: string;
  readonly dimensions: number;
  readonly documents: number;
  readonly chunks: number;
  readonly corpusHash: string;
  readonly settingsHash: string;
};

/** The format that this version of the program writes, and the only one it reads. */
export const manifestVersion = 1;

const count = z.int().nonnegative();

/** File names are flat and plain: nothing that could leave the generation's folder, or differ by case only. */
const fileName = z
  .string()
  .regex(/^[a-z0-9][a-z0-9._-]{0,99}$/)
  .refine((name) => name !== 'manifest.json');

const schema = z.strictObject({
  formatVersion: z.literal(manifestVersion),
  createdAt: z.iso.datetime(),
  embeddingModel: z.string(),
  dimensions: count,
  documents: count,
  chunks: count,
  corpusHash: z.string(),
  settingsHash: z.string(),
  files: z.record(
    fileName,
    z.strictObject({ bytes: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  ),
});

/** The table of contents of a generation, with the size and the checksum of each of its files. */
export type Manifest = Readonly<z.infer<typeof schema>>;

/** SHA-256 in hexadecimal. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * Describes files about to be written.
 * @throws {z.ZodError} when a file's name is not plain (that is a bug of the caller).
 */
export function createManifest(
  fields: ManifestFields,
  files: ReadonlyMap<string, Uint8Array>,
): Manifest {
  const described = [...files].map(([name, bytes]) => {
    return [name, { bytes: bytes.byteLength, sha256: sha256(bytes) }] as const;
  });
  return schema.parse({
    formatVersion: manifestVersion,
    createdAt: new Date().toISOString(),
    embeddingModel: fields.embeddingModel,
    dimensions: fields.dimensions,
    documents: fields.documents,
    chunks: fields.chunks,
    corpusHash: fields.corpusHash,
    settingsHash: fields.settingsHash,
    files: Object.fromEntries(described),
  });
}

/** The manifest as text, sealed: its `sha256` is that of the compact JSON of everything else, in the order written. */
export function formatManifest(manifest: Manifest): string {
  return `${JSON.stringify({ ...manifest, sha256: sha256(JSON.stringify(manifest)) }, null, 2)}\n`;
}

/** Reads and checks what {@link formatManifest} wrote; a string is the reason why it cannot be trusted. */
export function parseManifest(text: string): Manifest | string {
  let sealed: unknown;
  try {
    sealed = JSON.parse(text);
  } catch {
    return 'its manifest is not JSON';
  }
  if (typeof sealed !== 'object' || sealed === null) return 'its manifest is not an object';
  const { sha256: seal, ...content } = sealed as Record<string, unknown>;
  // Before the seal: another version may seal in another way.
  if (
    typeof content['formatVersion'] === 'number' &&
    content['formatVersion'] !== manifestVersion
  ) {
    return `it has format ${content['formatVersion']}, and this version of the program reads format ${manifestVersion}`;
  }
  if (seal !== sha256(JSON.stringify(content))) return 'its manifest was changed or damaged';
  const parsed = schema.safeParse(content);
  return parsed.success ? parsed.data : `its manifest is malformed at ${place(parsed.error)}`;
}

function place(error: z.ZodError): string {
  return error.issues.map((issue) => issue.path.join('.') || 'the top').join(', ');
}
