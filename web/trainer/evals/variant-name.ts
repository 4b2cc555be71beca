import type { EvalRun, EvalVariant, ownCases } from '../../../server/contract/evals.ts';
import type { Messages } from '../../i18n/messages.ts';

/** The suite of the trainer's own cases, as the contract names it. */
const ownSuite: typeof ownCases = 'own-cases';

/** What a variant is called and is, in the reader's words as far as the page knows it. */
export type VariantWords = {
  readonly name: string;
  readonly description: string;
  /** False where the words are those of a file or of whoever wrote it, in whatever language. */
  readonly ours: boolean;
};

/** The version of the instructions that an id stands for; `null` for a variant with a file. */
export function promptVersion(id: string): number | null {
  const [, digits] = /^prompt-(\d{1,9})$/.exec(id) ?? [];
  return digits === undefined ? null : Number(digits);
}

/** The words for a variant. */
export function variantWords(variant: EvalVariant, { evals }: Messages): VariantWords {
  const { id, description } = variant;
  if (variant.prompt === null)
    return knownWords(id, evals) ?? { name: id, description, ours: false };
  const name = evals.versionName(variant.prompt);
  if (variant.prompt === 0) return { name, description: evals.ownVersion, ours: true };
  return description === ''
    ? { name, description: evals.noNote, ours: true }
    : { name, description, ours: false };
}

/** The name of what a run evaluated. */
export function runName({ variant }: Pick<EvalRun, 'variant'>, { evals }: Messages): string {
  const version = promptVersion(variant);
  if (version !== null) return evals.versionName(version);
  return knownWords(variant, evals)?.name ?? variant;
}

/** The name of the model that a run or a variant asks. */
export const modelName = (model: string, { evals }: Messages): string =>
  Object.hasOwn(evals.models, model) ? evals.models[model as keyof typeof evals.models] : model;

/** The model of a run, and that it was measured on the trainer's own cases where it was. */
export const groundedName = (
  { model, suites }: Pick<EvalRun, 'model' | 'suites'>,
  messages: Messages,
): string =>
  [
    modelName(model, messages),
    ...(suites.some((suite) => suite === ownSuite) ? [messages.evals.own.shortOwn] : []),
  ].join(' · ');

function knownWords(id: string, { variants }: Messages['evals']): VariantWords | null {
  return Object.hasOwn(variants, id)
    ? { ...variants[id as keyof typeof variants], ours: true }
    : null;
}
