import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { type CaseExpectation, expectationRequest } from '../../server/contract/evals.ts';

/** What right answers to draft cases are, by the id of the case. */
export type Expectations = {
  read(): Promise<ReadonlyMap<string, CaseExpectation>>;
  set(caseId: string, expectation: CaseExpectation): Promise<void>;
};

const file = z.record(z.string(), expectationRequest);

/** Keeps expectations in a file beside the drafts, which whoever writes cases edits by hand. */
export function createExpectations(path: string): Expectations {
  let last: Promise<unknown> = Promise.resolve();
  const read = async () => {
    const text = await readFile(path, 'utf8').catch(() => '{}');
    return new Map(Object.entries(file.parse(JSON.parse(text))));
  };
  return {
    read,
    set(caseId, expectation) {
      const done = last.then(async () => {
        const all = await read();
        all.set(caseId, expectation);
        await mkdir(dirname(path), { recursive: true });
        // Whole or not at all.
        await writeFile(`${path}.new`, `${JSON.stringify(Object.fromEntries(all), null, 2)}\n`);
        await rename(`${path}.new`, path);
      });
      last = done.catch(() => {});
      return done;
    },
  };
}
