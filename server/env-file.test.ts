import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadEnvFile } from './env-file.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'env-file-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function load(content: string | Uint8Array, env: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const path = join(folder, '.env');
  writeFileSync(path, content);
  loadEnvFile(path, env);
  return env;
}

describe('loadEnvFile', () => {
  it('sets what the environment does not have', () => {
    const text = '# le cours\n\nA=1\nexport B="x y" # why\r\n  C = \'d#e\'\nD=été\nE=\n';
    expect(load(text)).toEqual({ A: '1', B: 'x y', C: 'd#e', D: 'été', E: '' });
  });

  it('leaves what is set, even to nothing', () => {
    expect(load('A=file\nB=file\n', { A: '', B: 'shell' })).toEqual({ A: '', B: 'shell' });
  });

  it('reads past a byte order mark', () => {
    expect(load('\uFEFFA=1')).toEqual({ A: '1' });
  });

  it('does nothing without a file', () => {
    const env = {};
    loadEnvFile(join(folder, 'absent'), env);
    expect(env).toEqual({});
  });

  it.each([
    ['A=1\nsecret-word\nB=2', 'line 2:'],
    ['secret word=1', 'line 1:'],
    ['A="secret\nB=2\n=3', 'lines 1, 3:'],
  ])('refuses the malformed %j, naming lines and no content', (text, where) => {
    const env = {};
    expect(() => load(text, env)).toThrow(expect.objectContaining({ code: 'settings-wrong' }));
    expect(() => load(text, env)).toThrow(where);
    expect(() => load(text, env)).not.toThrow('secret');
    expect(env).toEqual({});
  });

  it.each([
    ['Latin-1', Buffer.from('A=é', 'latin1')],
    ['UTF-16', Buffer.from('\uFEFFA=1', 'utf16le')],
  ])('refuses %s', (_, bytes) => {
    expect(() => load(bytes)).toThrow('not UTF-8');
  });

  it('refuses what is not a file', () => {
    expect(() => loadEnvFile(folder, {})).toThrow('EISDIR');
  });
});
