import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createModelEndpoint, type ModelEndpoint } from '../testing/model-endpoint.ts';

const child = fileURLToPath(new URL('../testing/surprise-sockets-child.ts', import.meta.url));
let endpoint: ModelEndpoint;
let stranger: ModelEndpoint;

beforeEach(async () => {
  endpoint = await createModelEndpoint();
  stranger = await createModelEndpoint();
});

afterEach(async () => {
  await endpoint.close();
  await stranger.close();
});

/** Runs the child in an environment that tells every library to send things elsewhere. */
async function run(env: NodeJS.ProcessEnv = {}) {
  const elsewhere = new URL(stranger.baseUrl).origin;
  const hostile = {
    LANGSMITH_TRACING: 'true',
    LANGSMITH_TRACING_V2: 'true',
    LANGCHAIN_TRACING_V2: 'true',
    LANGSMITH_API_KEY: 'ls-key',
    LANGCHAIN_API_KEY: 'ls-key',
    LANGSMITH_ENDPOINT: elsewhere,
    LANGSMITH_GATEWAY: elsewhere,
    OPENAI_API_BASE: elsewhere,
    OPENAI_ORGANIZATION: 'org-leak',
    OPENAI_ORG_ID: 'org-leak',
    OPENAI_PROJECT_ID: 'project-leak',
    OPENAI_ADMIN_KEY: 'admin-leak',
    OPENAI_CUSTOM_HEADERS: 'x-leak: header-leak\nauthorization: Bearer header-leak',
    OPENAI_LOG: 'debug',
    HTTP_PROXY: elsewhere,
    HTTPS_PROXY: elsewhere,
    http_proxy: elsewhere,
    https_proxy: elsewhere,
    ALL_PROXY: elsewhere,
  };
  const ours = {
    OPENAI_BASE_URL: endpoint.baseUrl,
    OPENAI_API_KEY: 'sk-ours',
    CHAT_MODEL: 'small',
  };
  const { stdout, stderr } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', child],
    { env: { PATH: process.env['PATH'], ...hostile, ...ours, ...env } },
  );
  return { targets: JSON.parse(stdout) as readonly string[], stderr };
}

describe('the models in a hostile environment', () => {
  it('open no socket but to the endpoint, and send it no header but the necessary ones', async () => {
    const { targets, stderr } = await run();
    expect(stderr).toBe('');
    expect(new Set(targets)).toEqual(new Set([new URL(endpoint.baseUrl).host]));
    expect(stranger.requests).toEqual([]);
    expect(endpoint.requests.map(({ path }) => path)).toEqual([
      '/v1/chat/completions',
      '/v1/embeddings',
    ]);
    for (const { headers } of endpoint.requests) {
      expect(headers.authorization).toBe('Bearer sk-ours');
      expect(JSON.stringify(headers)).not.toContain('leak');
      expect(Object.keys(headers).filter((name) => /openai|stainless/.test(name))).toEqual([]);
    }
  });

  it('would send the question elsewhere if the environment were left open', async () => {
    await run({ LEAVE_ENVIRONMENT_OPEN: '1', OPENAI_LOG: '' });
    expect(stranger.requests.length).toBeGreaterThan(0);
  });
});
