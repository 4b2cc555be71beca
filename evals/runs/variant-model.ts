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
  const from = `evals/variants/${id}.yaml`;
  return { chatModel: await endpointModel({ ...model, temperature, from }, env) };
}

export type EndpointOrder = {
  readonly host: string;
  readonly name: string;
  /** The variable that holds the key; `undefined` for a server that asks for none. */
  readonly key?: string | undefined;
  readonly temperature?: number | undefined;
  /** Where the endpoint is named, for a complaint. */
  readonly from: string;
};

/**
 * The chat model of an endpoint.
 * @throws {Error} in one sentence when the key is not set or the host is no address
 */
export async function endpointModel(
  { host, name, key: variable, temperature, from }: EndpointOrder,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ChatModel> {
  const key = variable === undefined ? undefined : env[variable];
  if (variable !== undefined && !key) {
    throw new Error(
      `${from} names the key ${variable}, which is not set: set it in the environment or in .env.`,
    );
  }
  const { endpoint, deadlines } = readConfig({
    ...{ OPENAI_BASE_URL: host, CHAT_MODEL: name },
    ...(key && { OPENAI_API_KEY: key }),
  });
  // Imported here: the client is heavy, and offline runs need none.
  const { createEndpointChatModel } = await import('../../server/models/endpoint-chat.ts');
  const { toChatModel } = await import('../../server/models/stream-chat.ts');
  return toChatModel(name, await createEndpointChatModel(endpoint!, null, temperature), deadlines);
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
