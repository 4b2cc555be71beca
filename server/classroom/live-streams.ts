import { TutorError } from '../errors.ts';

/** An event and its number in its stream, from 0. */
export type Numbered<Event> = { readonly number: number; readonly event: Event };

/** Makes the events of a stream; it must end soon after `signal` fires. */
export type Produce<Event> = (signal: AbortSignal) => AsyncIterable<Event>;

/** A reader was too far behind what is produced; it can come back and go on from its last event. */
export class ReaderDetached extends Error {
  override readonly name = 'ReaderDetached';
}

/** Streams that are produced to their end whether anybody reads or not. */
export type LiveStreams<Event> = {
  /**
   * Begins to produce a stream; there is one run per id.
   * @returns false when that id is produced already, or was and is still remembered: then nothing is begun
   * @throws the reason of {@link LiveStreams.close} once it was called
   */
  start(id: string, produce: Produce<Event>): boolean;
  /**
   * The events of a stream from number `from` on, those to come included, each once and in order. Reading throws what
   * the producer threw, after its last event; {@link ReaderDetached}; and ends quietly when `signal` fires.
   * @returns `null` for a stream that is not remembered
   */
  follow(
    id: string,
    from?: number,
    signal?: AbortSignal,
  ): AsyncGenerator<Numbered<Event>, void, void> | null;
  isRunning(id: string): boolean;
  /** How many are being produced. */
  running(): number;
  /** Aborts a stream; resolves with true once it has ended, with false when it was not running. */
  stop(id: string, reason: Error): Promise<boolean>;
  /** Aborts every stream and begins no other; resolves once all have ended. */
  close(reason: Error): Promise<void>;
};

export type LiveStreamLimits = {
  /** How far a reader may fall behind what is produced, in bytes of JSON. */
  readonly lagBytes: number;
  /** Longest stream, in bytes of JSON; a longer one is ended. */
  readonly streamBytes: number;
  /** How long a stream is remembered after its end, in milliseconds. */
  readonly keptMs: number;
};

const usualLimits: LiveStreamLimits = {
  lagBytes: 256 * 1024,
  streamBytes: 2 * 1024 * 1024,
  keptMs: 60_000,
};

type Reader = {
  /** Bytes of the stream up to what was read. */
  readTo: number;
  /** How far behind it may be: what was there when it came counts for nothing until it has caught up. */
  lag: number;
  detached: boolean;
  wake: () => void;
};

type Stream<Event> = {
  readonly events: Event[];
  /** By event, the bytes of the stream up to its end. */
  readonly ends: number[];
  readonly readers: Set<Reader>;
  readonly abort: AbortController;
  /** Resolves when the producer has ended; never rejects. */
  ended: Promise<void>;
  isDone: boolean;
  failure: { readonly error: unknown } | null;
};

/** Creates streams that are kept in memory; what must outlive the process is for the producer to store. */
export function createLiveStreams<Event>(
  limits: Partial<LiveStreamLimits> = {},
): LiveStreams<Event> {
  const { lagBytes, streamBytes, keptMs } = { ...usualLimits, ...limits };
  const streams = new Map<string, Stream<Event>>();
  let closed: Error | null = null;

  const push = (stream: Stream<Event>, event: Event): void => {
    const end = (stream.ends.at(-1) ?? 0) + Buffer.byteLength(JSON.stringify(event));
    if (end > streamBytes) {
      const reason = new TutorError('model-interrupted', 'The reply grew too long and was ended.');
      stream.abort.abort(reason);
      throw reason;
    }
    stream.events.push(event);
    stream.ends.push(end);
    for (const reader of stream.readers) {
      if (end - reader.readTo > reader.lag) reader.detached = true;
      reader.wake();
    }
  };

  const run = async (id: string, stream: Stream<Event>, produce: Produce<Event>): Promise<void> => {
    try {
      for await (const event of produce(stream.abort.signal)) push(stream, event);
    } catch (error) {
      stream.failure = { error };
    }
    stream.isDone = true;
    for (const reader of stream.readers) reader.wake();
    setTimeout(() => streams.delete(id), keptMs).unref();
  };

  const stop = async (stream: Stream<Event>, reason: Error): Promise<void> => {
    stream.abort.abort(reason);
    await stream.ended;
  };

  return {
    start(id, produce) {
      if (closed) throw closed;
      if (streams.has(id)) return false;
      const stream: Stream<Event> = {
        ...{ events: [], ends: [], readers: new Set(), abort: new AbortController() },
        ...{ ended: Promise.resolve(), isDone: false, failure: null },
      };
      streams.set(id, stream);
      stream.ended = run(id, stream, produce);
      return true;
    },
    follow(id, from = 0, signal) {
      const stream = streams.get(id);
      return stream ? read(stream, { from, lagBytes, ...(signal && { signal }) }) : null;
    },
    isRunning: (id) => streams.get(id)?.isDone === false,
    running: () => [...streams.values()].filter(({ isDone }) => !isDone).length,
    async stop(id, reason) {
      const stream = streams.get(id);
      if (!stream || stream.isDone) return false;
      await stop(stream, reason);
      return true;
    },
    async close(reason) {
      closed = reason;
      await Promise.all([...streams.values()].map((stream) => stop(stream, reason)));
    },
  };
}

/** Reads from where the caller is; the events stay in the stream, so a reader holds none of its own. */
async function* read<Event>(
  stream: Stream<Event>,
  {
    from,
    lagBytes,
    signal,
  }: { readonly from: number; readonly lagBytes: number; readonly signal?: AbortSignal },
): AsyncGenerator<Numbered<Event>, void, void> {
  const bytesTo = (number: number) => (number === 0 ? 0 : (stream.ends[number - 1] ?? 0));
  let next = Math.max(0, from);
  const readTo = bytesTo(Math.min(next, stream.events.length));
  const backlog = bytesTo(stream.events.length) - readTo;
  const reader: Reader = {
    ...{ readTo, lag: backlog + lagBytes, detached: false },
    wake: () => {},
  };
  const wake = () => reader.wake();
  stream.readers.add(reader);
  signal?.addEventListener('abort', wake);
  try {
    while (signal?.aborted !== true) {
      if (reader.detached) throw new ReaderDetached('The reader fell too far behind.');
      if (next < stream.events.length) {
        const number = next;
        next += 1;
        reader.readTo = bytesTo(next);
        if (next === stream.events.length) reader.lag = lagBytes;
        yield { number, event: stream.events[number]! };
      } else if (stream.isDone) {
        if (stream.failure) throw stream.failure.error;
        return;
      } else {
        await new Promise<void>((resolve) => (reader.wake = resolve));
      }
    }
  } finally {
    stream.readers.delete(reader);
    signal?.removeEventListener('abort', wake);
  }
}
