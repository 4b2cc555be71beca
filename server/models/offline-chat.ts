import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager';
import { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessage, AIMessageChunk, type BaseMessage } from '@langchain/core/messages';
import { ChatGenerationChunk, type ChatResult } from '@langchain/core/outputs';
import type { PromptMessage } from '../tutoring/chat-model.ts';

/** Writes the reply to a prompt without a language model. */
export type WriteReply = (messages: readonly PromptMessage[]) => string;

/** A LangChain chat model that needs no endpoint: it streams what `reply` writes, a word at a time. */
export function createOfflineChatModel(reply: WriteReply): BaseChatModel {
  return new OfflineChatModel(reply);
}

class OfflineChatModel extends BaseChatModel {
  readonly reply: WriteReply;

  constructor(reply: WriteReply) {
    super({});
    this.reply = reply;
  }

  override _llmType(): string {
    return 'offline';
  }

  override async _generate(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
  ): Promise<ChatResult> {
    options.signal?.throwIfAborted();
    const text = this.reply(messages.map(toPromptMessage));
    return { generations: [{ text, message: new AIMessage(text), generationInfo: finished }] };
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    runManager?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    options.signal?.throwIfAborted();
    const text = this.reply(messages.map(toPromptMessage));
    for (const word of text.match(/\s*\S+\s*$|\s*\S+/g) ?? []) {
      options.signal?.throwIfAborted();
      yield toChunk(word); // before the callbacks: a slow one must not hold up the reader
      await runManager?.handleLLMNewToken(word);
    }
    yield toChunk('', finished);
  }
}

const finished = { finish_reason: 'stop' };

function toChunk(text: string, generationInfo: Record<string, string> = {}): ChatGenerationChunk {
  return new ChatGenerationChunk({ text, message: new AIMessageChunk(text), generationInfo });
}

function toPromptMessage(message: BaseMessage): PromptMessage {
  const type = message.getType();
  const role = type === 'system' ? 'system' : type === 'ai' ? 'assistant' : 'user';
  return { role, content: message.text };
}
