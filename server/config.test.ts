import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLocalOnly, readConfig, settingNames } from './config.ts';
import { TutorError } from './errors.ts';

const endpoint = { OPENAI_BASE_URL: 'http://127.0.0.1:11434/v1', CHAT_MODEL: 'mistral-small' };

function messageOf(env: NodeJS.ProcessEnv): string {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(TutorError);
    expect(error).toMatchObject({ code: 'settings-wrong' });
    return (error as TutorError).message;
  }
  return 'no problem';
}

describe('readConfig', () => {
  it('needs nothing: the offline models serve on this machine only', () => {
    expect(readConfig({})).toEqual({
      port: 3000,
      host: '127.0.0.1',
      publicUrl: null,
      trustedProxies: 0,
      corpusDir: resolve('corpus'),
      dataDir: resolve('data'),
      endpoint: null,
      unused: [],
      deadlines: { firstTokenMs: 10_000, idleMs: 10_000, totalMs: 30_000 },
      draftTotalMs: 120_000,
      logLevel: 'info',
    });
  });

  it('takes an empty or blank variable as unset', () => {
    const blank = Object.fromEntries(
      settingNames.map((name, index) => [name, ' '.repeat(index % 3)]),
    );
    expect(readConfig(blank)).toEqual(readConfig({}));
  });

  it('reads every setting', () => {
    const config = readConfig({
      ...endpoint,
      PORT: '0',
      HOST: '::1',
      PUBLIC_URL: 'https://Tutor.example/',
      TRUST_PROXY: '2',
      CORPUS_DIR: '/srv/cours à distance',
      DATA_DIR: './données',
      OPENAI_API_KEY: 'sk-1',
      EMBEDDING_MODEL: 'nomic-embed-text:v1.5',
      FIRST_TOKEN_TIMEOUT_MS: ' 60000 ',
      IDLE_TIMEOUT_MS: '30000',
      TOTAL_TIMEOUT_MS: '120000',
      DRAFT_TIMEOUT_MS: '300000',
      LOG_LEVEL: 'silent',
    });
    expect(config).toEqual({
      port: 0,
      host: '::1',
      publicUrl: 'https://tutor.example',
      trustedProxies: 2,
      corpusDir: '/srv/cours à distance',
      dataDir: resolve('données'),
      endpoint: {
        baseUrl: 'http://127.0.0.1:11434/v1',
        apiKey: 'sk-1',
        chatModel: 'mistral-small',
        embeddingModel: 'nomic-embed-text:v1.5',
      },
      unused: [],
      deadlines: { firstTokenMs: 60_000, idleMs: 30_000, totalMs: 120_000 },
      draftTotalMs: 300_000,
      logLevel: 'silent',
    });
  });

  it('is frozen all through', () => {
    const config = readConfig(endpoint);
    for (const part of [config, config.deadlines, config.endpoint, config.unused])
      expect(Object.isFrozen(part)).toBe(true);
  });

  it('needs no key for an endpoint, and no slash at its end', () => {
    const config = readConfig({ ...endpoint, OPENAI_BASE_URL: 'HTTPS://Models.example/v1//' });
    expect(config.endpoint).toMatchObject({ baseUrl: 'https://models.example/v1', apiKey: null });
  });

  it.each(['sk-1', 'clé d’un autre programme'])(
    'starts offline with a key but no base URL, and says that the key is not used',
    (key) => {
      const env = { OPENAI_API_KEY: key, CHAT_MODEL: 'gpt-4o-mini', EMBEDDING_MODEL: ' ' };
      const { unused, ...config } = readConfig(env);
      expect(unused).toEqual(['OPENAI_API_KEY', 'CHAT_MODEL']);
      expect({ ...config, unused: [] }).toEqual(readConfig({}));
    },
  );

  it.each([{}, { OPENAI_API_KEY: 'sk-1' }])('asks for the chat model of an endpoint', (env) => {
    const { OPENAI_BASE_URL } = endpoint;
    expect(messageOf({ OPENAI_BASE_URL, ...env })).toContain('CHAT_MODEL is missing');
  });

  it.each([
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '3e3'],
    ['PORT', '3000.5'],
    ['HOST', 'http://localhost'],
    ['HOST', '-oops-'],
    ['PUBLIC_URL', 'tutor.example'],
    ['PUBLIC_URL', 'ftp://tutor.example'],
    ['PUBLIC_URL', 'http://tutor.example/course'],
    ['PUBLIC_URL', 'http://tutor.example/?a'],
    ['PUBLIC_URL', 'http://marie:secret@tutor.example'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '10'],
    ['CORPUS_DIR', 'a\0b'],
    ['OPENAI_BASE_URL', 'api.openai.com'],
    ['OPENAI_BASE_URL', 'localhost:11434/v1'],
    ['OPENAI_BASE_URL', 'ftp://models.example'],
    ['OPENAI_BASE_URL', 'https://marie:secret@models.example/v1'],
    ['OPENAI_BASE_URL', 'https://models.example/v1?key=secret'],
    ['OPENAI_BASE_URL', 'https://models.example/v1/chat/completions'],
    ['OPENAI_API_KEY', 'sk-1 sk-2'],
    ['OPENAI_API_KEY', 'clé-secrète'],
    ['CHAT_MODEL', 'a\nb'],
    ['FIRST_TOKEN_TIMEOUT_MS', '10s'],
    ['IDLE_TIMEOUT_MS', '99'],
    ['TOTAL_TIMEOUT_MS', '600001'],
    ['DRAFT_TIMEOUT_MS', '2 min'],
    ['IDLE_TIMEOUT_MS', '30001'],
    ['LOG_LEVEL', 'verbose'],
  ])('refuses a %s that is %j in one line', (name, value) => {
    const lines = messageOf({ ...endpoint, [name]: value }).split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(new RegExp(`^  ${name} .+\\.$`));
  });

  it('asks how many proxies stand before an https address, and for none before http', () => {
    const https = { PUBLIC_URL: 'HTTPS://tutor.example' };
    expect(messageOf(https)).toContain('TRUST_PROXY is missing');
    expect(readConfig({ ...https, TRUST_PROXY: '0' }).trustedProxies).toBe(0);
    expect(readConfig({ PUBLIC_URL: 'http://tutor.lan:3000' }).publicUrl).toBe(
      'http://tutor.lan:3000',
    );
  });

  it('reports all problems together', () => {
    const message = messageOf({
      PORT: 'x',
      HOST: '/',
      LOG_LEVEL: 'x',
      TOTAL_TIMEOUT_MS: '0',
      OPENAI_BASE_URL: 'x',
      OPENAI_API_KEY: 'é',
    });
    for (const name of [
      'PORT',
      'HOST',
      'LOG_LEVEL',
      'TOTAL_TIMEOUT_MS',
      'OPENAI_BASE_URL',
      'OPENAI_API_KEY',
      'CHAT_MODEL',
    ]) {
      expect(message).toContain(`\n  ${name} `);
    }
    expect(message).toContain('7 settings are wrong');
  });

  it('never repeats a value', () => {
    const value = fc
      .string({ minLength: 12, unit: 'grapheme' })
      .filter((text) => text.trim().length > 11);
    const envs = fc.record(Object.fromEntries(settingNames.map((name) => [name, value])));
    fc.assert(
      fc.property(envs, (env) => {
        const message = messageOf(env);
        for (const text of Object.values(env)) expect(message).not.toContain(text.trim());
      }),
    );
  });
});

describe('.env.example', () => {
  const example = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');

  it('names every setting once, in order', () => {
    const names = [...example.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1]);
    expect(names).toEqual(settingNames);
  });

  it('holds the defaults, so that copying it changes nothing', () => {
    expect(readConfig(parseEnv(example))).toEqual(readConfig({}));
    for (const [name, value] of Object.entries(parseEnv(example))) {
      const optional = [
        'PUBLIC_URL',
        'TRUST_PROXY',
        'OPENAI_BASE_URL',
        'OPENAI_API_KEY',
        'CHAT_MODEL',
        'EMBEDDING_MODEL',
      ];
      expect([name, value === '']).toEqual([name, optional.includes(name)]);
    }
  });
});

describe('isLocalOnly', () => {
  it.each<[Record<string, string>, boolean]>([
    [{}, true],
    [{ HOST: 'localhost' }, true],
    [{ HOST: '127.1.2.3' }, true],
    [{ HOST: '::1' }, true],
    [{ HOST: '0.0.0.0' }, false],
    [{ HOST: '::' }, false],
    [{ HOST: '192.168.1.20' }, false],
    [{ HOST: '127.evil.example' }, false],
    [{ PUBLIC_URL: 'http://tutor.example' }, false],
    [{ TRUST_PROXY: '1' }, false],
  ])('of %j is %s', (env, local) => {
    expect(isLocalOnly(readConfig(env))).toBe(local);
  });
});
