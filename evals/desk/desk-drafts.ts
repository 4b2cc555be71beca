import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { CaseExpectation, EvalDraftCase } from '../../server/contract/evals.ts';
import { draftsPath } from '../adopt/drafts-path.ts';

/** Where adopted cases go: beside the others, where whoever writes cases finds them, if that can be written. */
export async function draftsIn(dataDir: string): Promise<string> {
  const isWritable = await access(dirname(draftsPath), constants.W_OK).then(
    () => true,
    () => false,
  );
  return isWritable ? draftsPath : join(dataDir, 'evals', 'drafts.jsonl');
}

const line = z.object({
  id: z.string(),
  lang: z.string(),
  turns: z.array(z.string()).min(1),
  observed: z.object({ text: z.string().nullable() }),
});

/** The draft cases of a file, newest first; a line that somebody is still writing is passed over. */
export async function readDrafts(
  path: string,
  expectations: ReadonlyMap<string, CaseExpectation>,
): Promise<readonly EvalDraftCase[]> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text
    .split('\n')
    .flatMap((json) => {
      const { success, data } = line.safeParse(parseJson(json));
      if (!success) return [];
      const { id: caseId, lang: language, turns, observed } = data;
      const expects = expectations.get(caseId) ?? null;
      return [{ caseId, language, turns, text: observed.text, expects }];
    })
    .reverse();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
