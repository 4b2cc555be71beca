import { readRecordings } from '../recordings/read-recordings.ts';
import { recordedModel } from '../recordings/recorded-model.ts';
import type { ComposeOptions } from '../../server/compose.ts';
import { readConfig } from '../../server/config.ts';
import type { ChatModel } from '../../server/tutoring/chat-model.ts';
import type { Variant } from '../variants/variant.ts';

/** A variant's model, and the cases that it can be asked, where these are not all. */
export type VariantModel = { readonly chatModel?: ChatModel; readonly only?: ReadonlySet<string> };

/**
 * The model that a variant names; none for the offline one, which the tutor has itself.
 * @param env where the key of an endpoint is looked up, under the name that the variant gives
 * @throws {Error} in one sentence when the key is not there
 */
export async function variantModel(
  { id, model, temperature }: Variant,
  env: Readonly<Record<string, string | undefined>>,
): Promise<VariantModel> {
  if (model === 'offline') return {};
  if (model === 'recorded') {
    const recordings = await readRecordings();
    const only = new Set(recordings.map((recording) => recording.id));
    return { chatModel: recordedModel(recordings), only };
  }
  const key = model.key === undefined ? undefined : env[model.key];
  if (model.key !== undefined && !key) {
    throw new Error(
      `evals/variants/${id}.yaml names the key ${model.key}, which is not set: set it in the environment or in .env.`,
    );
  }
  const { endpoint, deadlines } = readConfig({
    ...{ OPENAI_BASE_URL: model.host, CHAT_MODEL: model.name },
    ...(key && { OPENAI_API_KEY: key }),
  });
  // Imported here: the client is heavy, and offline runs need none.
  const { createEndpointChatModel } = await import('../../server/models/endpoint-chat.ts');
  const { toChatModel } = await import('../../server/models/stream-chat.ts');
  const chat = await createEndpointChatModel(endpoint!, temperature);
  return { chatModel: toChatModel(model.name, chat, deadlines) };
}

/** What a variant sets of the tutor. */
export const tuningOf = ({
  prompt,
  promptText,
  passages,
  thresholds,
  weights,
}: Variant): NonNullable<ComposeOptions['tuning']> => ({
  ...(prompt !== undefined && { rules: promptText.rules }),
  ...(passages !== undefined && { passages }),
  ...(thresholds && { caution: thresholds.caution }),
  ...(weights && { weights }),
});
