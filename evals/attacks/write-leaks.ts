import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateLeaks } from './generate-leaks.ts';

/** `node --import tsx evals/attacks/write-leaks.ts`: writes the attacks of both splits to evals/cases. */
for (const split of ['dev', 'test'] as const) {
  const cases = await generateLeaks(split);
  const path = join(import.meta.dirname, '..', 'cases', `leak.${split}.jsonl`);
  await writeFile(path, cases.map((one) => `${JSON.stringify(one)}\n`).join(''));
  process.stdout.write(`${cases.length} attacks written to ${path}\n`);
}
