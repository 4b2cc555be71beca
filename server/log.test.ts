import { describe, expect, it } from 'vitest';
import { TutorError } from './errors.ts';
import { createLog, toLogFields } from './log.ts';

function collect(level: Parameters<typeof createLog>[0]) {
  const lines: string[] = [];
  const log = createLog(level, { write: (line) => lines.push(line) });
  return { log, read: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('createLog', () => {
  it('writes one JSON line with the level, the time, the event and the fields', () => {
    const { log, read } = collect('info');
    log.info('answer-end', { requestId: 'r-1', ms: 12.5 });
    expect(read()).toEqual([
      { level: 'info', time: expect.any(String), event: 'answer-end', requestId: 'r-1', ms: 12.5 },
    ]);
    const time = String(read()[0]?.['time']);
    expect(new Date(time).toISOString()).toBe(time);
  });

  it('leaves out what is below its level', () => {
    const { log, read } = collect('warn');
    log.debug('a');
    log.info('b');
    log.warn('c');
    log.error('d');
    expect(read().map(({ event }) => event)).toEqual(['c', 'd']);
  });

  it('says nothing when silent', () => {
    const { log, read } = collect('silent');
    log.error('d');
    expect(read()).toEqual([]);
  });
});

describe('toLogFields', () => {
  it('gives the code, the kind and the message of a TutorError', () => {
    const cause = { kind: 'timeout', status: 200 };
    const error = new TutorError('model-unavailable', 'The model x did not answer.', { cause });
    expect(toLogFields(error)).toEqual({
      code: 'model-unavailable',
      kind: 'timeout',
      message: 'The model x did not answer.',
    });
  });

  it('gives of any other error its name and place, never its message', () => {
    const fields = toLogFields(new RangeError('question of Léa:\n    at her desk'));
    expect(fields).toMatchObject({ code: 'internal', error: 'RangeError' });
    expect(fields['stack']).toMatch(/^at .*log\.test\.ts:\d+/);
    expect(JSON.stringify(fields)).not.toMatch(/Léa|desk/);
  });

  it('gives of a thrown text nothing but its type', () => {
    expect(toLogFields('Léa')).toEqual({ code: 'internal', error: 'string' });
  });
});
