import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isNode, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { decodeText } from '../documents/decode-text.ts';
import { type Document, documentKinds } from '../documents/document.ts';
import { errorCode } from '../errors.ts';
import { invalid } from '../integrity/register/exam-file.ts';

/** The file of the corpus folder in which a trainer gives documents a kind. */
export const overridesName = 'corpus.yaml';

const schema = z.strictObject({
  documents: z.array(
    z.strictObject({ path: z.string().trim().min(1), kind: z.enum(documentKinds) }),
  ),
});

/**
 * Documents with the kinds that `corpus.yaml` gives them; it wins over their front matter and over their form.
 * @throws {TutorError} `corpus-invalid` when it is malformed or names a file that is no document
 */
export async function applyOverrides(
  corpusDir: string,
  documents: readonly Document[],
): Promise<readonly Document[]> {
  const bytes = await readFile(join(corpusDir, overridesName)).catch((error: unknown) => {
    if (['ENOENT', 'ENOTDIR'].includes(errorCode(error))) return null;
    throw invalid(overridesName, 1, `it cannot be read (${errorCode(error)})`);
  });
  if (!bytes) return documents;
  const decoded = decodeText(bytes);
  if ('problem' in decoded) throw invalid(overridesName, 1, 'it is not text; save it as UTF-8');
  const lines = new LineCounter();
  const yaml = parseDocument(decoded.text, { lineCounter: lines, prettyErrors: false });
  const [error] = yaml.errors;
  if (error) throw invalid(overridesName, lines.linePos(error.pos[0]).line, 'it is not valid YAML');
  const parsed = schema.safeParse(yaml.toJS());
  const lineOf = (...keys: (string | number)[]): number => {
    const node = yaml.getIn(keys, true);
    return isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1;
  };
  if (!parsed.success) {
    const keys = parsed.error.issues[0]!.path.filter((key) => typeof key !== 'symbol');
    throw invalid(
      overridesName,
      lineOf(...keys),
      `${keys.join('.') || 'the file'} is wrong: it lists documents, each with a path and a kind (${documentKinds.join(', ')})`,
    );
  }
  const kinds = new Map(parsed.data.documents.map(({ path, kind }) => [path, kind]));
  for (const [at, { path }] of parsed.data.documents.entries()) {
    if (documents.some((one) => one.path === path)) continue;
    throw invalid(overridesName, lineOf('documents', at), `there is no document ${path}`);
  }
  return documents.map((one) => ({ ...one, kind: kinds.get(one.path) ?? one.kind }));
}
