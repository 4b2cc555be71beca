import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { answerPromptVersion, answerRules } from '../../server/tutoring/answer-prompt.ts';
import { parseYaml } from './parse-variant.ts';
import { type PromptText, type Variant, variantFile } from './variant.ts';

/**
 * Reads a variant and the prompt that it names.
 * @param folder of the variants; prompts are in its `prompts/`
 * @throws {Error} in one sentence for an unknown variant or prompt, with file and line for a field that is wrong
 */
export async function loadVariant(
  id: string,
  folder: string = import.meta.dirname,
): Promise<Variant> {
  const known = await variantNames(folder);
  if (!known.includes(id)) {
    throw new Error(
      `There is no variant "${id}"; there is ${known.join(', ')}. Copy evals/variants/main.yaml to evals/variants/${variantSlug(id)}.yaml and edit it.`,
    );
  }
  const file = `evals/variants/${id}.yaml`;
  const settings = parseYaml(await readFile(join(folder, `${id}.yaml`), 'utf8'), file, variantFile);
  return { ...settings, id, promptText: await loadPrompt(settings.prompt, file, folder) };
}

/** The variants that there are, by name. */
export async function variantNames(folder: string = import.meta.dirname): Promise<string[]> {
  const files = await readdir(folder);
  return files
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => basename(file, '.yaml'))
    .sort();
}

const variantSlug = (id: string): string =>
  id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'mine';

async function loadPrompt(
  prompt: string | undefined,
  variant: string,
  folder: string,
): Promise<PromptText> {
  if (prompt === undefined) return { version: answerPromptVersion, rules: answerRules };
  if (basename(prompt) !== prompt) {
    throw new Error(
      `${variant}: prompt names a file of evals/variants/prompts/, without a folder.`,
    );
  }
  const text = await readFile(join(folder, 'prompts', prompt), 'utf8').catch(() => {
    throw new Error(`${variant}: there is no prompt evals/variants/prompts/${prompt}.`);
  });
  return parsePrompt(text, `evals/variants/prompts/${prompt}`);
}

/**
 * A prompt file: `version: …` on the first line, an empty line, the rules.
 * @throws {Error} naming the file when it does not begin so
 */
export function parsePrompt(text: string, file: string): PromptText {
  const parts = /^version: (\S+)\r?\n\r?\n([\s\S]*\S)\s*$/.exec(text);
  if (!parts) {
    throw new Error(`${file}:1: a prompt begins with "version: …", an empty line, then the rules.`);
  }
  return { version: parts[1]!, rules: parts[2]!.replaceAll('\r\n', '\n') };
}
