import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CritiqueEvent } from '../contract/critiques.ts';
import { TutorError } from '../errors.ts';
import { fullDraft, thinDraft } from '../testing/critique-drafts.ts';
import { replyOf, replyOn } from '../testing/model-replies.ts';
import type { CoursePassages } from './course-passages.ts';
import { critique, type CritiqueDependencies } from './critique.ts';
import { readTasks } from './read-tasks.ts';
import { createRubric } from './rubric.ts';
import { createSolutionPrints } from './solution-prints.ts';
import type { StructuredModel } from './structured-model.ts';

const corpusDir = join(import.meta.dirname, '..', '..', 'corpus');
const never = new AbortController().signal;
const ids = ['donnees', 'traitements', 'utilisations', 'lien_objectif', 'contrainte_specifique'];
const objects = ids.map((id) => replyOn(id));
const whole = replyOf(objects);
/** What has come of a reply once so many of its criteria are closed. */
const upTo = (count: number): string =>
  replyOf(objects.slice(0, count)).split('],"contradictions')[0]!;

/** One call of the model, which the test answers. */
type Call = Parameters<StructuredModel['reply']>[1] & {
  readonly end: (reply: string | Error) => void;
};

const calls: Call[] = [];
const model: StructuredModel = {
  name: 'told',
  reply: (_messages, options) =>
    new Promise((resolve, reject) => {
      options.signal.addEventListener('abort', () => reject(options.signal.reason as Error));
      const end = (reply: string | Error) =>
        reply instanceof Error ? reject(reply) : resolve(reply);
      calls.push({ ...options, end });
    }),
};
const passages: CoursePassages = { find: () => Promise.resolve(null), sections: () => [] };
let dependencies: CritiqueDependencies;
beforeAll(async () => {
  const task = (await readTasks(corpusDir)).find(({ id }) => id === 'sc1')!;
  dependencies = {
    ...{ model, passages, prints: () => Promise.resolve(createSolutionPrints([], 'key')) },
    rubrics: new Map([['sc1', createRubric(task, '', () => true)]]),
  };
});

/** The events of a reading, and the calls that it makes of the model. */
function begin(previous?: string) {
  calls.length = 0;
  const request = { task: 'sc1', text: thinDraft, ...(previous !== undefined && { previous }) };
  const events = critique(dependencies, request, never);
  const call = async (at: number): Promise<Call> => {
    await expect.poll(() => calls.length).toBeGreaterThan(at);
    return calls[at]!;
  };
  const next = async () => (await events.next()).value as CritiqueEvent;
  const rest = async () => {
    const all: CritiqueEvent[] = [];
    for await (const event of events) all.push(event);
    return all;
  };
  return { next, rest, call, events };
}
const read = (number: number): CritiqueEvent => ({
  ...{ type: 'criterion-read', criterion: ids[number - 1]!, number, of: ids.length },
});
const readsIn = (events: readonly CritiqueEvent[]) =>
  events.filter(({ type }) => type === 'criterion-read');
const endOf = (events: readonly CritiqueEvent[]) => events.at(-1);

describe('the progress of a critique, with a model', () => {
  it('tells a criterion once its object is closed, while the rest is still to come', async () => {
    const { next, rest, call } = begin();
    const first = next();
    const { onText, end } = await call(0);
    for (const char of upTo(1)) onText!(char);
    expect(await first).toEqual(read(1));
    onText!(upTo(3).slice(upTo(1).length));
    expect([await next(), await next()]).toEqual([read(2), read(3)]);
    end(whole);
    const after = await rest();
    expect(after.slice(0, 2)).toEqual([read(4), read(5)]);
    expect(after.slice(2).map(({ type }) => type)).toEqual([
      ...Array<string>(5).fill('criterion-available'),
      ...['critique-available', 'critique-end'],
    ]);
  });

  it('says nothing of what the model said before all of it was checked', async () => {
    const { next, call, events } = begin();
    const first = next();
    (await call(0)).onText!(upTo(2));
    expect(JSON.stringify([await first, await next()])).not.toMatch(/modèle|achats|partial/);
    await events.return(undefined);
  });

  it('tells all of them where the reply comes in one piece', async () => {
    const { rest, call } = begin();
    const events = rest();
    (await call(0)).end(whole);
    expect(readsIn(await events)).toEqual(ids.map((_, at) => read(at + 1)));
  });

  it('goes on from where it was when it asks a second time, and takes nothing back', async () => {
    const { next, rest, call } = begin();
    const first = next();
    const one = await call(0);
    const unfit = { ...replyOn('utilisations'), finding: 'excellent' } as never;
    const bad = replyOf([objects[0]!, objects[1]!, unfit, objects[3]!, objects[4]!]);
    one.onText!(bad);
    one.end(bad);
    expect([await first, await next()]).toEqual([read(1), read(2)]);
    const two = await call(1);
    two.onText!(upTo(1));
    two.onText!(upTo(3).slice(upTo(1).length));
    // The fourth and the fifth were read the first time.
    expect([await next(), await next(), await next()]).toEqual([read(3), read(4), read(5)]);
    two.end(whole);
    const after = await rest();
    expect(readsIn(after)).toEqual([]);
    expect(endOf(after)).toMatchObject({ model: 'told', fallback: false });
  });

  it('goes on from where it was when the model fails and the offline engine reads', async () => {
    const { next, rest, call } = begin();
    const first = next();
    const { onText, end } = await call(0);
    onText!(upTo(2));
    expect([await first, await next()]).toEqual([read(1), read(2)]);
    end(new TutorError('model-interrupted', 'It broke off.'));
    const after = await rest();
    expect(readsIn(after)).toEqual([read(3), read(4), read(5)]);
    expect(endOf(after)).toMatchObject({ model: 'offline', fallback: true });
  });

  it('waits for both drafts where two are compared', async () => {
    const { next, rest, call } = begin(fullDraft);
    const first = next();
    const [now, before] = [await call(0), await call(1)];
    now.onText!(whole);
    before.onText!(upTo(1));
    expect(await first).toEqual(read(1));
    const second = next();
    const early = await Promise.race([second, sleep(50)]);
    expect(early).toBeUndefined();
    before.onText!(upTo(2).slice(upTo(1).length));
    expect(await second).toEqual(read(2));
    now.end(whole);
    before.end(whole);
    expect(readsIn(await rest())).toHaveLength(3);
  });

  it('is given up with the reader', async () => {
    const { next, call, events } = begin();
    const first = next();
    const { onText, signal } = await call(0);
    onText!(upTo(1));
    await first;
    await events.return(undefined);
    expect(signal.aborted).toBe(true);
  });
});
