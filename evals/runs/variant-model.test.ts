import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerPrompt, type AnswerPromptInput } from '../../server/tutoring/answer-prompt.ts';
import { createModelEndpoint, type ModelEndpoint } from '../../server/testing/model-endpoint.ts';
import { recordedModel } from '../recordings/recorded-model.ts';
import type { Recording } from '../recordings/recording.ts';
import { whyVoid } from '../report/run-validity.ts';
import { abstainSuite } from '../suites/abstain-suite.ts';
import type { CaseSuite } from '../suites/case-suite.ts';
import { loadVariant } from '../variants/load-variant.ts';
import type { Variant } from '../variants/variant.ts';
import { openRunStore } from './run-store.ts';
import { runVariant } from './run-variant.ts';
import { variantModel } from './variant-model.ts';

const few: CaseSuite = {
  ...abstainSuite,
  prepare: async (...of) => (await abstainSuite.prepare(...of)).slice(0, 3),
};

let folder: string;
let endpoint: ModelEndpoint;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repere-endpoint-'));
  endpoint = await createModelEndpoint();
});
afterAll(async () => {
  await endpoint.close().catch(() => {});
  await rm(folder, { recursive: true, force: true });
});

const variant = async (fields: Partial<Variant>): Promise<Variant> => ({
  ...(await loadVariant('main')),
  ...fields,
});
const at = (host: string, key?: string) =>
  variant({ model: { host, name: 'some-model', ...(key && { key }) }, temperature: 0.7 });

async function run(of: Variant, env: Record<string, string> = {}) {
  return runVariant(of, {
    ...{ store: await openRunStore(folder), suites: [few], splits: ['dev'], trials: 1, seed: 1 },
    ...{ concurrency: 2, perMinute: null, timeoutMs: 30_000, fresh: true, command: 'test', env },
    ...{ signal: new AbortController().signal, onProgress: () => {}, onNote: () => {} },
    prices: { 'some-model': { in: 1, out: 2, readOn: '2026-11-25' } },
  });
}

describe('a variant with an endpoint', () => {
  it('asks the host that it names, with its temperature and its key, and says what that cost', async () => {
    const { rows, end } = await run(await at(endpoint.baseUrl, 'SOME_KEY'), { SOME_KEY: 'k-1' });
    expect(rows.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok']);
    expect(endpoint.requests[0]!.headers.authorization).toBe('Bearer k-1');
    expect(endpoint.requests[0]!.body).toMatchObject({ model: 'some-model', temperature: 0.7 });
    expect(end!.costUsd).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain('k-1');
  });

  it('takes the offline answer to a dead endpoint for no answer: the run is void', async () => {
    const whole = await run(await at('http://127.0.0.1:9/v1'));
    expect(whole.rows.map(({ status }) => status)).toEqual(['error', 'error', 'error']);
    expect(whole.rows[0]!.error).toMatch(/endpoint/i);
    expect(whyVoid(whole).join()).toMatch(/3 of 3 rows failed to run/);
  });

  it('says which key is not set', async () => {
    await expect(variantModel(await at('http://127.0.0.1:9/v1', 'NO_KEY'), {})).rejects.toThrow(
      /main\.yaml names the key NO_KEY, which is not set/,
    );
  });
});

describe('recordedModel', () => {
  const input: AnswerPromptInput = {
    ...{ question: 'Et le RPO ?', language: 'fr', previous: null, history: [] },
    sources: [{ n: 1, document: 'Sauvegarde', section: 'RPO', text: 'Le RPO est une durée.' }],
  };
  const reply = 'Une durée [[1|Le RPO est une durée]].\n';
  const recording = { messages: answerPrompt(input), reply } as unknown as Recording;
  const model = recordedModel([recording]);
  const ask = async (of: AnswerPromptInput, rules?: string) => {
    const pieces: string[] = [];
    const { signal } = new AbortController();
    for await (const piece of model.stream(answerPrompt(of, rules), { signal })) pieces.push(piece);
    return pieces.join('');
  };

  it('gives the recorded reply to the very prompt', async () => {
    expect(await ask(input)).toBe(reply);
  });

  it('gives none to a prompt that has changed, and says so', async () => {
    await expect(ask(input, 'Be brief.')).rejects.toThrow(/recording is stale/);
    await expect(ask({ ...input, sources: [] })).rejects.toThrow(/recording is stale/);
    await expect(ask({ ...input, question: 'Et le RTO ?' })).rejects.toThrow(/was not recorded/);
  });
});
