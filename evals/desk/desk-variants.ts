import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { EndpointSettings } from '../../server/config.ts';
import type { EvalVariant } from '../../server/contract/evals.ts';
import { TutorError } from '../../server/errors.ts';
import { modelName } from '../runs/variant-ref.ts';
import { loadVariant, variantNames } from '../variants/load-variant.ts';

/** A version of the rules that can be tried; 0 is the program's own. */
export type TriedPrompt = {
  readonly version: number;
  readonly text: string;
  readonly note: string;
  /** True for the one that answers now. */
  readonly serving: boolean;
};

export type DeskVariants = {
  /** Those that have a file, then the versions of the rules, newest first. */
  list(): Promise<readonly EvalVariant[]>;
  /**
   * The folder that holds a variant's file; that of a version of the rules is written first.
   * @throws {TutorError} `not-found`
   */
  folderOf(id: string): Promise<string>;
};

export type DeskVariantsParts = {
  /** The project's variants. */
  readonly folder: string;
  /** Where versions of the rules are written as variants. */
  readonly promptsFolder: string;
  readonly prompts: () => Promise<readonly TriedPrompt[]>;
  /** Who would read the rules; `null` for the offline model, which reads none. */
  readonly endpoint: EndpointSettings | null;
};

/** The variable that gives the endpoint's key to the process of a run. */
export const keyVariable = 'OPENAI_API_KEY';

/** The variant that is the tutor as it serves offline. */
const served = 'main';

const idOf = (version: number): string => `prompt-${version}`;

/** What a run can be made of: the project's variants, and the served model with each version of the rules. */
export function createDeskVariants({
  folder,
  promptsFolder,
  prompts,
  endpoint,
}: DeskVariantsParts): DeskVariants {
  // Offline, version 0 is the variant main.
  const tried = async () =>
    (await prompts()).filter(({ version }) => endpoint !== null || version > 0);
  return {
    async list() {
      const written = await Promise.all(
        (await variantNames(folder)).map(async (id) => ({
          ...(await fromFile(id, folder)),
          // Which rules serve makes no difference to the offline model, which reads none.
          serving: endpoint === null && id === served,
        })),
      );
      const versions = (await tried()).toSorted((a, b) => b.version - a.version);
      return [
        ...written,
        ...versions.map(({ version, note, serving }) => ({
          ...{ id: idOf(version), description: note, prompt: version },
          serving: endpoint !== null && serving,
          model: endpoint?.chatModel ?? 'offline',
        })),
      ];
    },
    async folderOf(id) {
      if ((await variantNames(folder)).includes(id)) return folder;
      const prompt = (await tried()).find(({ version }) => idOf(version) === id);
      if (!prompt) {
        throw new TutorError('not-found', 'There is no such variant any more; reload the page.');
      }
      await writeVariant(prompt, promptsFolder, endpoint);
      return promptsFolder;
    },
  };
}

async function fromFile(id: string, folder: string): Promise<Omit<EvalVariant, 'serving'>> {
  try {
    const variant = await loadVariant(id, folder);
    return { id, description: variant.description, model: modelName(variant), prompt: null };
  } catch (error) {
    // A file that somebody is still writing hides no other; starting it says the same again.
    const description = error instanceof Error ? error.message : '';
    return { id, description, model: '', prompt: null };
  }
}

async function writeVariant(
  { version, text, note }: TriedPrompt,
  folder: string,
  endpoint: EndpointSettings | null,
): Promise<void> {
  const id = idOf(version);
  const model = endpoint && {
    ...{ host: endpoint.baseUrl, name: endpoint.chatModel },
    ...(endpoint.apiKey !== null && { key: keyVariable }),
  };
  // JSON is YAML.
  const variant = {
    description: note === '' ? `Version ${version} of the rules.` : note,
    ...{ model: model ?? 'offline', prompt: `${id}.md` },
  };
  await mkdir(join(folder, 'prompts'), { recursive: true });
  await writeFile(join(folder, 'prompts', `${id}.md`), `version: ${id}\n\n${text}\n`);
  await writeFile(join(folder, `${id}.yaml`), `${JSON.stringify(variant)}\n`);
}
