import fc from 'fast-check';
import { execFile, spawnSync } from 'node:child_process';
import {
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { holdOpening } from '../testing/hold-opening.ts';
import { readGeneration, writeGeneration } from './index-generations.ts';
import { lockIndex } from './index-lock.ts';
import { formatManifest, parseManifest } from './index-manifest.ts';
import {
  createVectorStore,
  loadVectorStore,
  serialiseVectorStore,
} from '../retrieval/vector-store.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'repere-generations-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const manifest = {
  embeddingModel: 'offline',
  dimensions: 3,
  documents: 1,
  chunks: 2,
  corpusHash: 'ça',
  settingsHash: '',
};
const content = (text: string) => ({
  files: new Map([
    ['a.json', Buffer.from(text)],
    ['empty.bin', new Uint8Array()],
  ]),
  manifest,
});
const write = (text: string) => writeGeneration(root, content(text));
const folderOf = (name: string) => join(root, 'generations', name);
/** The text of the generation that serves. */
async function served(): Promise<string> {
  const state = await readGeneration(root);
  return state.kind === 'ready'
    ? Buffer.from(state.files.get('a.json') ?? '').toString()
    : state.kind;
}
/** The id of a process that has ended. */
const deadPid = () => spawnSync(process.execPath, ['-e', '']).pid;

describe('writeGeneration', () => {
  it('gives back byte for byte what was written, with its manifest', async () => {
    const names = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/);
    const files = fc.array(fc.tuple(names, fc.uint8Array({ maxLength: 300 })));
    await fc.assert(
      fc.asyncProperty(files, async (entries) => {
        const expected = new Map(entries.filter(([name]) => name !== 'manifest.json'));
        const name = await writeGeneration(root, { files: expected, manifest });
        const state = await readGeneration(root);
        expect(state).toMatchObject({ kind: 'ready', name, manifest });
        expect(state).not.toHaveProperty('recoveredFrom');
        const found = state.kind === 'ready' ? [...state.files] : [];
        expect(new Map(found.map(([file, bytes]) => [file, [...bytes]]))).toEqual(
          new Map([...expected].map(([file, bytes]) => [file, [...bytes]])),
        );
      }),
      { numRuns: 25 },
    );
  });

  it('keeps the generation before, and removes older ones and what dead writers left', async () => {
    await write('one');
    const second = await write('two');
    const dead = deadPid();
    const ofDead = [`.tmp-${dead}-00000000000a`, `.tmp-${process.pid}-00000000000b`];
    const ofLiving = `.tmp-${process.ppid}-00000000000c`;
    for (const name of [...ofDead, ofLiving]) {
      await mkdir(folderOf(name));
      await writeFile(join(folderOf(name), 'a.json'), 'half');
    }
    await writeFile(join(root, `.tmp-${dead}-00000000000d`), 'half');
    const third = await write('three');
    expect((await readdir(join(root, 'generations'))).sort()).toEqual([ofLiving, second, third]);
    expect((await readdir(root)).sort()).toEqual(['current', 'generations']);
  });

  it('refuses file names that could leave the folder', async () => {
    for (const name of ['../a', '/a', 'a/b', 'A', '.a', 'manifest.json', '', 'a\0', 'é']) {
      const files = new Map([[name, new Uint8Array(1)]]);
      await expect(writeGeneration(root, { files, manifest })).rejects.toThrow();
    }
    expect(await readGeneration(root)).toEqual({ kind: 'missing' });
  });

  it('lets one writer in at a time, and says who holds the lock', async () => {
    await write('old');
    const results = await Promise.allSettled([write('a'), write('b'), write('c')]);
    const failures = results.filter((result) => result.status === 'rejected');
    expect(failures.length).toBeLessThan(3);
    for (const { reason } of failures) {
      expect(reason).toMatchObject({ name: 'TutorError', code: 'index-locked' });
    }
    expect(await readdir(root)).not.toContain('lock');
    const lock = await lockIndex(root);
    await expect(write('new')).rejects.toThrow(`process ${process.pid} on ${hostname()}`);
    await writeGeneration(root, content('held'), lock);
    expect(await readdir(root)).toContain('lock');
    await lock.release();
    expect(await served()).toBe('held');
    await write('new');
    expect(await served()).toBe('new');
  });

  it('takes over the lock of a dead process, and one that nobody touches any more', async () => {
    const path = join(root, 'lock');
    await writeFile(path, JSON.stringify({ pid: deadPid(), host: hostname(), token: 'x' }));
    await write('one');
    for (const host of [hostname(), 'elsewhere']) {
      await writeFile(path, JSON.stringify({ pid: process.ppid, host, token: 'x' }));
      await expect(write('two')).rejects.toMatchObject({ code: 'index-locked' });
      await utimes(path, new Date(), new Date(Date.now() - 61_000));
      await write('two');
    }
    await writeFile(path, '');
    await expect(write('three')).rejects.toMatchObject({ code: 'index-locked' });
    expect(await served()).toBe('two');
  });

  it('says that there is no room, leaves nothing behind, and the old generation serves', async (context) => {
    if (process.platform === 'win32') context.skip('no file-size limit to try it with');
    await write('old');
    const before = (await readdir(root, { recursive: true })).sort();
    const program = `
      import { writeGeneration } from ${JSON.stringify(new URL('index-generations.ts', import.meta.url))};
      const files = new Map([['small.bin', new Uint8Array(10)], ['large.bin', new Uint8Array(10_000_000)]]);
      await writeGeneration(${JSON.stringify(root)}, { files, manifest: ${JSON.stringify(manifest)} })
        .catch((error) => console.log(JSON.stringify({ code: error.code, message: error.message, cause: error.cause.code })));`;
    const command = `ulimit -f 1000 && exec "$0" --import tsx --input-type=module -e "$1"`;
    const output = await run('sh', ['-c', command, process.execPath, program]);
    const failure = JSON.parse(output);
    expect(failure).toMatchObject({ code: 'disk-full', cause: 'EFBIG' });
    expect(failure.message).toContain(root);
    expect((await readdir(root, { recursive: true })).sort()).toEqual(before);
    expect(await served()).toBe('old');
  });
});

describe('readGeneration', () => {
  it('says that nothing is there where nothing was written', async () => {
    expect(await readGeneration(root)).toEqual({ kind: 'missing' });
    expect(await readGeneration(join(root, 'nowhere'))).toEqual({ kind: 'missing' });
    expect(await readGeneration(import.meta.filename)).toMatchObject({ kind: 'broken' });
  });

  it('notices every flipped bit and every cut, in any file, and serves the generation before', async () => {
    const damage = fc.record({
      file: fc.constantFrom('a.json', 'manifest.json'),
      at: fc.nat(),
      bit: fc.nat(7),
      cut: fc.boolean(),
    });
    await write('old');
    const name = await write('new');
    await fc.assert(
      fc.asyncProperty(damage, async ({ file, at, bit, cut }) => {
        const path = join(folderOf(name), file);
        const good = await readFile(path);
        const bad = cut ? good.subarray(0, at % good.length) : flip(good, at % good.length, bit);
        await writeFile(path, bad);
        const state = await readGeneration(root);
        await writeFile(path, good);
        // A bit that turns one white space of the manifest into another says the same thing.
        if (state.kind === 'ready' && state.name === name) {
          expect(JSON.parse(bad.toString())).toEqual(JSON.parse(good.toString()));
        } else {
          expect(state).toMatchObject({
            kind: 'ready',
            recoveredFrom: expect.stringContaining(name),
          });
        }
      }),
      { numRuns: 200 },
    );
    expect(await served()).toBe('new');
  });

  it('is broken, with the reason, when no generation is intact', async () => {
    const name = await write('new');
    const damages: [string, () => Promise<void>][] = [
      [
        'a.json: it has 7 bytes instead of 3',
        () => writeFile(join(folderOf(name), 'a.json'), 'changed'),
      ],
      ['a.json: its checksum is wrong', () => writeFile(join(folderOf(name), 'a.json'), 'neu')],
      ['a.json: it is missing', () => rm(join(folderOf(name), 'a.json'))],
      [
        'a.json: it cannot be read (ELOOP)',
        () => symlink('manifest.json', join(folderOf(name), 'a.json')),
      ],
      [
        'manifest.json: it is too large',
        () => writeFile(join(folderOf(name), 'manifest.json'), ' '.repeat(1e6 + 1)),
      ],
      ['its manifest is not JSON', () => writeFile(join(folderOf(name), 'manifest.json'), '{')],
      ['manifest.json: it is missing', () => rm(folderOf(name), { recursive: true })],
    ];
    for (const [reason, damage] of damages) {
      await damage();
      const state = await readGeneration(root);
      expect(state).toEqual({
        kind: 'broken',
        reason: `generation ${name} cannot be used: ${reason}`,
      });
    }
  });

  it('follows no path out of the folder', async () => {
    await write('good');
    for (const name of ['../../etc', '..', '/', '', 'a/b', '20261103T101530123-1a2b3c4d/..']) {
      await writeFile(join(root, 'current'), name);
      expect(await readGeneration(root)).toMatchObject({
        kind: 'ready',
        recoveredFrom: 'the file `current` is missing or names no generation',
      });
    }
    const outside = join(root, 'outside');
    await writeFile(outside, 'xyz');
    const state = await readGeneration(root);
    if (state.kind !== 'ready') throw new Error(state.kind);
    const entry = Object.values(state.manifest.files)[0];
    const forged = { ...state.manifest, files: { '../../outside': entry } };
    await writeFile(
      join(folderOf(state.name), 'manifest.json'),
      formatManifest(forged as typeof state.manifest),
    );
    expect(await readGeneration(root)).toMatchObject({ kind: 'broken' });
  });

  it('refuses a format it does not know, by name', async () => {
    await write('new');
    const state = await readGeneration(root);
    if (state.kind !== 'ready') throw new Error(state.kind);
    const later = JSON.stringify({ ...state.manifest, formatVersion: 2 });
    expect(parseManifest(later)).toContain('it has format 2');
    await writeFile(join(folderOf(state.name), 'manifest.json'), later);
    expect(await readGeneration(root)).toMatchObject({
      kind: 'broken',
      reason: expect.stringContaining(
        'it has format 2, and this version of the program reads format 1',
      ),
    });
  });

  it('serves a generation that was complete when its writer died before the switch', async () => {
    await write('only');
    await rm(join(root, 'current'));
    expect(await served()).toBe('only');
  });

  it('reads on while generations are replaced and removed', async () => {
    await write('0');
    let writing = true;
    const writer = (async () => {
      for (let count = 1; count <= 25; count += 1) await write(String(count));
    })().finally(() => (writing = false));
    for (let last = 0; writing;) {
      const now = Number(await served());
      expect(now).toBeGreaterThanOrEqual(last);
      last = now;
    }
    await writer;
    expect(await served()).toBe('25');
  });

  it('turns to the newest generation when the one it reads is removed meanwhile', async () => {
    const old = await write('old');
    const held = holdOpening(join(folderOf(old), 'empty.bin'));
    const reading = readGeneration(root);
    await held.reached;
    await write('one');
    const name = await write('two');
    held.release();
    const state = await reading;
    expect(state).toMatchObject({ kind: 'ready', name });
    expect(state).not.toHaveProperty('recoveredFrom');
  });

  it('never lets damaged vectors reach the native index', async () => {
    const vectors = Array.from({ length: 30 }, (_, i) => Float32Array.of(i, 1, 2));
    const store = await createVectorStore(vectors, { dimensions: 3, exactUpTo: 1 });
    const name = await writeGeneration(root, {
      files: await serialiseVectorStore(store),
      manifest,
    });
    const state = await readGeneration(root);
    if (state.kind !== 'ready') throw new Error(state.kind);
    const loaded = await loadVectorStore(state.files);
    const query = Float32Array.of(3, 1, 2);
    expect(loaded.search(query, 4)).toEqual(store.search(query, 4));
    for (const file of state.files.keys()) {
      const good = await readFile(join(folderOf(name), file));
      const half = Math.floor(good.length / 2);
      for (const bad of [good.subarray(0, half), flip(good, half, 3)]) {
        await writeFile(join(folderOf(name), file), bad);
        const broken = await readGeneration(root);
        expect(broken).toMatchObject({ kind: 'broken', reason: expect.stringContaining(file) });
      }
      await writeFile(join(folderOf(name), file), good);
    }
  });

  it('does not mind where the folder lies', async () => {
    await write('moved');
    const elsewhere = `${root} été 🎓`;
    await rename(root, elsewhere);
    expect(await readGeneration(elsewhere)).toMatchObject({ kind: 'ready' });
    await rename(elsewhere, root);
  });
});

function flip(bytes: Uint8Array, at: number, bit: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ (1 << bit);
  return copy;
}

function run(command: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(command, args, (error, stdout, stderr) => {
      if (error) reject(new Error(stderr, { cause: error }));
      else resolve(stdout);
    });
  });
}
