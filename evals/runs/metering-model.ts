import { AsyncLocalStorage } from 'node:async_hooks';
import type { ChatModel } from '../../server/tutoring/chat-model.ts';

/** What one case made a model do. Characters, since not every provider counts tokens. */
export type Meter = {
  calls: number;
  charactersIn: number;
  charactersOut: number;
  /** Why calls failed: where another model then answered, the case measured nothing. */
  readonly failures: unknown[];
};

export type Metering = {
  /** Stands around a chat model, see `ComposeOptions.observe`. */
  readonly observe: (model: ChatModel) => ChatModel;
  /** Runs a case and meters what it asks, apart from cases that run beside it. */
  readonly metered: <T>(
    use: () => Promise<T>,
  ) => Promise<{ readonly result: T; readonly meter: Meter }>;
};

/** Meters the calls to a chat model, case by case. */
export function createMetering(): Metering {
  const meters = new AsyncLocalStorage<Meter>();
  const running = new Set<Meter>();
  /** What a case asks over HTTP arrives outside of it: it is the case's where no other one runs. */
  const meterOf = () => meters.getStore() ?? (running.size === 1 ? [...running][0] : undefined);
  return {
    observe: (model) => ({
      name: model.name,
      async *stream(messages, options) {
        const meter = meterOf();
        if (meter) {
          meter.calls += 1;
          meter.charactersIn += messages.reduce((sum, { content }) => sum + content.length, 0);
        }
        try {
          for await (const piece of model.stream(messages, options)) {
            if (meter) meter.charactersOut += piece.length;
            yield piece;
          }
        } catch (error) {
          meter?.failures.push(error);
          throw error;
        }
      },
    }),
    async metered(use) {
      const meter: Meter = { calls: 0, charactersIn: 0, charactersOut: 0, failures: [] };
      running.add(meter);
      try {
        return { result: await meters.run(meter, use), meter };
      } finally {
        running.delete(meter);
      }
    },
  };
}
