import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import type { EndpointSettings } from '../config.ts';
import { toClientOptions } from './endpoint-client.ts';
import { toModelFailure } from './endpoint-failure.ts';
import { createEndpointFetch } from './endpoint-fetch.ts';
import { ModelFailureError } from './model-failure.ts';
import type { ResponseFormat } from './structured-chat.ts';

/** Low, because an answer must keep to its sources; not 0, at which some servers repeat themselves without end. */
const usualTemperature = 0.1;

/** Models that accept no temperature but their own: OpenAI's o series and gpt-5, except its chat variants. */
const fixedTemperature = /^(o\d|gpt-5(?!-chat))/;

/**
 * The endpoint's chat model, which streams and never retries. It fails with {@link ModelFailureError} only.
 *
 * `ChatOpenAICompletions` rather than `ChatOpenAI`: for some names of models the latter goes over to the Responses
 * API, which only OpenAI has, whatever `useResponsesApi` says.
 *
 * @param format how replies are to be written; `null` leaves it to the prompt
 */
export async function createEndpointChatModel(
  endpoint: EndpointSettings,
  format: ResponseFormat = null,
  temperature: number = usualTemperature,
): Promise<BaseChatModel> {
  // Imported here: it takes a third of a second, which the offline tutor need not wait.
  const { ChatOpenAICompletions } = await import('@langchain/openai');

  class EndpointChatModel extends ChatOpenAICompletions {
    override async *_streamResponseChunks(
      ...request: Parameters<InstanceType<typeof ChatOpenAICompletions>['_streamResponseChunks']>
    ) {
      try {
        yield* super._streamResponseChunks(...request);
      } catch (error) {
        throw new ModelFailureError(toModelFailure(error));
      }
    }
  }

  const configuration = toClientOptions(endpoint, createEndpointFetch('stream'));
  return new EndpointChatModel({
    model: endpoint.chatModel,
    apiKey: configuration.apiKey,
    configuration,
    streaming: true,
    streamUsage: false, // not every server knows the option, and nothing here counts tokens
    maxRetries: 0,
    ...(format && { modelKwargs: { response_format: format } }),
    ...(fixedTemperature.test(endpoint.chatModel) ? {} : { temperature }),
  });
}
