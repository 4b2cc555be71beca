import { type DestinationStream, pino } from 'pino';
import type { LogLevel } from './config.ts';
import { TutorError } from './errors.ts';

/** What a log line may say: codes, ids, counts and durations. Nothing nested, so no body, header or error slips in. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Writes one JSON line per call; `event` is a fixed name such as `answer-end`, never built from what people wrote. */
export type Log = Readonly<
  Record<'debug' | 'info' | 'warn' | 'error', (event: string, fields?: LogFields) => void>
>;

/** Logs to the standard output, or to `destination`, with ISO 8601 times in UTC. */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    messageKey: 'event',
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const logger = destination ? pino(options, destination) : pino(options);
  const at =
    (name: keyof Log) =>
    (event: string, fields: LogFields = {}) =>
      logger[name](fields, event);
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/**
 * What may be logged of a failure: its code and kind, and for a bug where it happened.
 * Only a {@link TutorError}'s message is known to hold nothing that a person wrote.
 */
export function toLogFields(error: unknown): LogFields {
  if (error instanceof TutorError) {
    const kind = kindOf(error.cause);
    return { code: error.code, ...(kind === null ? {} : { kind }), message: error.message };
  }
  if (!(error instanceof Error)) return { code: 'internal', error: typeof error };
  const { name, message, stack = '' } = error;
  const frames = stack.slice(Math.max(0, stack.indexOf(message)) + message.length).split('\n');
  const where = frames.flatMap((frame) => (/^\s+at /.test(frame) ? [frame.trim()] : []));
  return { code: 'internal', error: name, stack: where.slice(0, 8).join(' | ') };
}

/** The kind of a model's failure, which `models/` puts in the cause. */
function kindOf(cause: unknown): string | null {
  if (typeof cause !== 'object' || cause === null || !('kind' in cause)) return null;
  return typeof cause.kind === 'string' ? cause.kind : null;
}
