import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { closeEnvironment } from './close-environment.ts';
import { settingNames } from './config.ts';

/** Beside names of the environment, which only label traces, read by code that we never reach: Amazon's provider, and langsmith's exporter, off without `OTEL_ENABLED`. */
const harmless = /^(AWS_|OTEL_EXPORTER_|NODE_ENV$|ENVIRONMENT$)/;

describe('closeEnvironment', () => {
  it('deletes what langchain would read and nothing else', () => {
    const kept = {
      PATH: '/bin',
      LC_ALL: 'fr_FR.UTF-8',
      NODE_ENV: 'production',
      PORT: '3000',
      CHAT_MODEL: 'x',
      MY_OPENAI_API_KEY: 'x',
    };
    const env: NodeJS.ProcessEnv = {
      ...kept,
      OPENAI_API_KEY: 'x',
      OPENAI_ORGANIZATION: 'x',
      OPENAI_CUSTOM_HEADERS: 'x',
      openai_base_url: 'x',
      AZURE_OPENAI_API_KEY: 'x',
      LANGSMITH_TRACING: 'true',
      LANGCHAIN_TRACING_V2: 'true',
      LC_OUTPUT_VERSION: 'v1',
    };
    closeEnvironment(env);
    expect(env).toEqual(kept);
  });

  it('knows every variable that the installed libraries read', () => {
    const read = [
      'openai',
      'langsmith',
      '@langchain/core',
      '@langchain/openai',
      'langchain',
    ].flatMap((name) => [...variablesReadBy(name)]);
    expect(read).toEqual(expect.arrayContaining(['OPENAI_API_KEY', 'LANGSMITH_API_KEY']));
    const env = Object.fromEntries(read.map((name) => [name, 'x']));
    closeEnvironment(env);
    expect(Object.keys(env).filter((name) => !harmless.test(name))).toEqual([]);
  });

  it('leaves our settings but the endpoint’s two', () => {
    const env = Object.fromEntries(settingNames.map((name) => [name, 'x']));
    closeEnvironment(env);
    const gone = settingNames.filter((name) => !(name in env));
    expect(gone).toEqual(['OPENAI_BASE_URL', 'OPENAI_API_KEY']);
  });
});

/** Names in calls such as `readEnv('X')`; langsmith's own `getLangSmithEnvironmentVariable` puts its family before. */
function variablesReadBy(name: string): Set<string> {
  const folder = packageFolder(name);
  const calls = /(?:readEnv|(?<!LangSmith)EnvironmentVariable)\(["'`]([A-Z][A-Z\d_]+)["'`]/g;
  const names = new Set<string>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!/\.m?js$/.test(file)) continue;
    for (const match of readFileSync(join(folder, file), 'utf8').matchAll(calls)) {
      if (match[1] !== undefined) names.add(match[1]);
    }
  }
  return names;
}

function packageFolder(name: string): string {
  let folder = dirname(fileURLToPath(import.meta.resolve(name)));
  while (!folder.endsWith(name)) folder = dirname(folder);
  return folder;
}
