import { z } from 'zod';
import { offlineWeights } from '../../server/retrieval/search.ts';

const name = z
  .string()
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'is not a name in kebab-case, such as fewer-passages');

const channel = z.enum(Object.keys(offlineWeights) as [keyof typeof offlineWeights]);

/** An endpoint that is asked; the host is written out, so that nothing is ever sent to one that was guessed. */
const endpoint = z.strictObject({
  host: z.url({ protocol: /^https?$/, error: 'is not an http or https address' }),
  name: z.string().trim().min(1),
  /** The environment variable that holds the key; left out for a server that asks for none. */
  key: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/, 'is not the name of an environment variable')
    .optional(),
});

/** A file of `evals/variants/`. */
export const variantFile = z.strictObject({
  description: z.string().trim().min(1),
  model: z
    .union([z.literal('offline'), z.literal('recorded'), endpoint], {
      error: 'is neither offline, nor recorded, nor an endpoint with its host and name',
    })
    .default('offline'),
  /** A file of `evals/variants/prompts/`; left out, the rules as they are served. */
  prompt: z.string().trim().min(1).optional(),
  temperature: z.number().min(0).max(2).optional(),
  /** Passages that the model is shown. */
  passages: z.int().min(1).max(20).optional(),
  thresholds: z
    .strictObject({
      /** Log-odds asked for beyond the usual before the offline model answers. */
      caution: z.number().min(-10).max(10),
    })
    .optional(),
  /** Weights of the retrieval channels that differ from the usual. */
  weights: z.partialRecord(channel, z.number().min(0).max(10)).optional(),
  /** Folder of the documents, from the project's root. */
  corpus: z.string().trim().min(1).default('corpus'),
  /** Whether the tutor knows the questions that the course expects (`questions/` of the corpus). */
  expected: z.boolean().default(true),
});

export const variantName = name;

/** The rules of a prompt, and which version of them. */
export type PromptText = { readonly version: string; readonly rules: string };

/** A variant with its prompt read. */
export type Variant = Readonly<z.infer<typeof variantFile>> & {
  readonly id: string;
  readonly promptText: PromptText;
};
