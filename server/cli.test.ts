import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTrainerDoor } from './classroom/access/trainer-door.ts';
import type { ReplayedCase } from './commands/replay-case.ts';
import { openStore } from './storage/store.ts';
import { spawnProgram } from './testing/spawn-program.ts';
import { writeFiles } from './testing/write-files.ts';

const kafka = 'Kafka est une plateforme distribuée de flux d’événements.';
const lake = 'Un data lake conserve les données dans leur format d’origine.';

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'repere-cli-'));
  await writeFiles(join(cwd, 'corpus'), {
    'kafka.md': `# Kafka\n\n## Définition\n\n${kafka}\n`,
    'lake.md': `# Data lake\n\n## Définition\n\n${lake}\n`,
    'latin.txt': Buffer.from('Les métadonnées décrivent les données.', 'latin1'),
    'examen.md': '---\nkind: exam\n---\n# Examen\n\nQuel métier ?\n',
    'vide.md': '',
    'photo.png': 'x',
  });
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

/** Runs a command to its end. */
async function run(args: string[], { input, ...env }: Record<string, string> = {}) {
  const program = spawnProgram(['cli.ts', ...args], {
    cwd,
    env,
    ...(input !== undefined && { input }),
  });
  const code = await program.exited;
  return { code, stdout: program.stdout(), stderr: program.stderr() };
}

describe('ingest', () => {
  it('says what was done with every file', async () => {
    const { code, stdout, stderr } = await run(['ingest']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Indexed 3 documents as 3 passages in \d+\.\d s\.$/m);
    expect(stdout).toMatch(/latin\.txt: read as windows-1252/);
    expect(stdout).toMatch(/examen\.md, lines \d+ to \d+: exam, its kind is exam/);
    expect(stdout).toMatch(/vide\.md: It is empty\./);
    expect(stdout).toMatch(/Skipped.*\n {2}photo\.png/);
    expect(stderr).toContain('Reading documents: 3 of 3\n');
  });

  it('fails with one sentence when there is nothing to index', async () => {
    const { code, stderr } = await run(['ingest'], { CORPUS_DIR: 'none' });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^The corpus folder .*none cannot be listed.*\n$/);
  });
});

describe('ask', () => {
  it('prints the answer, then each citation with its document, section and line', async () => {
    const { code, stdout, stderr } = await run(['ask', 'Qu’est-ce que Kafka ?']);
    expect(code).toBe(0);
    expect(stdout).toContain(kafka.slice(0, -1));
    expect(stdout).toContain(`[1] Kafka › Définition (kafka.md, line 5): « ${kafka} »`);
    expect(stdout).not.toContain('\u001b');
    expect(stderr).toContain('nothing leaves this machine');
  });

  it('answers offline with a key that has no base URL, and says that it is not used', async () => {
    const env = { OPENAI_API_KEY: 'sk-secret' };
    const { code, stdout, stderr } = await run(['ask', 'Qu’est-ce que Kafka ?'], env);
    expect(code).toBe(0);
    expect(stdout).toContain(kafka.slice(0, -1));
    expect(stderr).toMatch(/OPENAI_API_KEY is set but not used; .*OPENAI_BASE_URL.*CHAT_MODEL/);
    expect(stderr).not.toContain('secret');
  });

  it('prints how retrieval scored each passage', async () => {
    const { stdout } = await run(['ask', '--trace', 'Qu’est-ce que Kafka ?']);
    expect(stdout).toMatch(/rank\s+score\s+stems\s+grams\s+words.*coverage\s+vectors/);
    expect(stdout).toMatch(/1\s+\d\.\d\d .* cited\s+Kafka › Définition/);
  });

  it('reads a question that is piped in, and writes JSON', async () => {
    const { stdout } = await run(['ask', '--json', '--language', 'en'], { input: 'Kafka ?\n' });
    expect(JSON.parse(stdout)).toMatchObject({
      decision: 'answer',
      language: 'en',
      citations: [{ marker: 1, quote: kafka }],
    });
  });

  it('says how it is used when asked', async () => {
    const { code, stdout } = await run(['ask', '--help']);
    expect([code, stdout]).toEqual([0, expect.stringContaining('Usage: npm run ask')]);
  });

  it('names the nearest sections when the course does not answer', async () => {
    const { code, stdout } = await run(['ask', 'Quel est le prix d’une licence Kafka en 2031 ?']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Nearest sections:\n {2}Kafka › Définition \(kafka\.md, line \d+\)/);
  });

  it.each([
    ['an empty question', [' '], {}, 1, /^The question is empty/m],
    ['a binary question', [], { input: 'PK\u0003\u0004' }, 1, /control characters/],
    ['4,001 characters', ['é'.repeat(4_001)], {}, 1, /4001 characters .* 4000/],
    ['input without end', [], { input: 'a'.repeat(1e6) }, 1, /more than 65536 bytes .* 4000/],
    ['an unknown flag', ['--colour', 'a'], {}, 2, /Unknown option '--colour'\. Usage: npm run ask/],
    ['another language', ['--language', 'de', 'a'], {}, 2, /neither fr nor en\. Usage:/],
    ['a wrong setting', ['a'], { PORT: 'x' }, 2, /PORT is not a whole number/],
  ])('says one sentence about %s', async (_name, args, env, code, sentence) => {
    const result = await run(['ask', ...args], env);
    expect(result.code).toBe(code);
    expect(result.stderr).toMatch(sentence);
    expect(result.stderr).not.toMatch(/^\s+at /m);
  });
});

describe('replay', () => {
  const replay = (args: string[], env: Record<string, string> = {}) =>
    run(['replay', ...args], env);
  const readAnswers = async (path: string) =>
    (await readFile(join(cwd, path), 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as ReplayedCase);

  it('plays one conversation a line, and writes one entry a turn', async () => {
    const cases = [
      { id: 'a', turns: ['Qu’est-ce que Kafka ?', 'Merci'], note: 'ignored' },
      { id: 7, turns: ['', 'é'.repeat(4_001), 'Qu’est-ce qu’un data lake ?'] },
      { id: 'none', turns: [] },
    ];
    const text = cases.map((one) => JSON.stringify(one)).join('\n\n');
    await writeFiles(cwd, { 'cases.jsonl': `\ufeff${text}\r\n` });
    const { code, stderr } = await replay(['cases.jsonl', 'answers.jsonl']);
    expect(stderr).toContain('Replayed 3 of 3\n');
    expect(code).toBe(0);

    const answers = await readAnswers('answers.jsonl');
    expect(answers.map(({ id }) => id)).toEqual(['a', 7, 'none']);
    expect(answers.map(({ decisions }) => decisions)).toEqual([
      ['answer', 'answer'],
      ['error', 'error', 'answer'],
      [],
    ]);
    for (const [at, { turns }] of cases.entries()) {
      const { id: _, ...lists } = answers[at]!;
      for (const list of Object.values(lists)) expect(list).toHaveLength(turns.length);
    }
    const [first, second] = answers;
    expect(first?.citations).toMatchObject([[{ marker: 1, quote: kafka, line: 5 }], []]);
    expect(first?.snippets[0]?.[0]).toContain('Kafka');
    expect(first?.snippets[1]).toEqual([]);
    expect(first?.timings[0]).toEqual({
      totalMs: expect.any(Number),
      firstTextMs: expect.any(Number),
    });
    expect(second?.answers.slice(0, 2)).toEqual([
      expect.stringContaining('is empty'),
      expect.stringContaining('4001 characters'),
    ]);
    expect((await readdir(cwd)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('keeps a conversation within a line and not beyond it', async () => {
    const follow = 'donne un exemple';
    const cases = [
      { id: 1, turns: ['Qu’est-ce que Kafka ?', follow] },
      { id: 2, turns: [follow] },
    ];
    const input = cases.map((one) => JSON.stringify(one)).join('\n');
    const { stdout } = await replay(['-', '-'], { input });
    const [one, two] = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as ReplayedCase);
    expect(one?.decisions[1]).not.toBe('clarify');
    expect(two?.decisions).toEqual(['clarify']);
  });

  it('names malformed lines, plays the others and ends with 1', async () => {
    const good = '{"id":"x","turns":["Bonjour"]}';
    const lines = [good, '{"id":', '[]', '{"id":"y","turns":"Bonjour"}', 'caf\xe9', good].join(
      '\n',
    );
    await writeFiles(cwd, { 'bad.jsonl': Buffer.from(lines, 'latin1') });
    const { code, stderr } = await replay(['bad.jsonl', 'good.jsonl']);
    expect(code).toBe(1);
    expect(stderr).toContain('Line 2 of bad.jsonl is not valid JSON');
    expect(stderr).toContain('Line 3 of bad.jsonl is neither {"id"');
    expect(stderr).toContain('Line 4 of bad.jsonl is neither {"id"');
    expect(stderr).toContain('Line 5 of bad.jsonl is not valid UTF-8');
    expect(await readAnswers('good.jsonl')).toHaveLength(2);
  });

  it.each([
    ['no file of answers', ['cases.jsonl'], /takes two files\. Usage:/],
    ['a missing file of cases', ['none.jsonl', 'out.jsonl'], /none\.jsonl cannot be read \(ENOENT/],
    ['a missing folder', ['bad.jsonl', 'none/out.jsonl'], /none.out\.jsonl cannot be written/],
    ['the cases as answers', ['bad.jsonl', './bad.jsonl'], /would replace the cases/],
    ['a folder as answers', ['bad.jsonl', 'corpus'], /corpus is no file/],
  ])('refuses %s', async (_name, args, sentence) => {
    const { code, stderr } = await replay(args);
    expect(stderr).toMatch(sentence);
    expect(code).toBe(2);
  });

  it('leaves the earlier answers alone when it is stopped', async () => {
    const turns = Array.from({ length: 3_000 }, () => 'Qu’est-ce que Kafka ?');
    const long = Array.from({ length: 200 }, (_, id) => JSON.stringify({ id, turns })).join('\n');
    await writeFiles(cwd, { 'long.jsonl': long, 'kept.jsonl': 'earlier' });
    const program = spawnProgram(['cli.ts', 'replay', 'long.jsonl', 'kept.jsonl'], { cwd });
    while (!(await readdir(cwd)).some((name) => name.endsWith('.tmp'))) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    program.child.kill('SIGTERM');
    expect(await program.exited).toBe(130);
    expect(program.stderr()).toContain('nothing was written');
    expect(await readFile(join(cwd, 'kept.jsonl'), 'utf8')).toBe('earlier');
    expect((await readdir(cwd)).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('npm run trainer-token', () => {
  it('prints another token each time, and nothing while a server uses the data', async () => {
    const dataDir = join(cwd, 'token-data');
    const seen = new Set<string>();
    for (let n = 0; n < 2; n += 1) {
      const { code, stdout } = await run(['trainer-token'], { DATA_DIR: dataDir });
      expect(code).toBe(0);
      seen.add(
        /^Trainer’s token: (([2-9A-Z]{4}-){5}[2-9A-Z]{4})\n {2}Shown this once/.exec(stdout)?.[1] ??
          '',
      );
    }
    expect([...seen].filter(Boolean)).toHaveLength(2);
    const store = await openStore(dataDir);
    expect(await createTrainerDoor(store).isToken([...seen][1] ?? '')).toBe(true);
    const refused = await run(['trainer-token'], { DATA_DIR: dataDir });
    await store.close();
    expect(refused.code).toBe(1);
    expect(refused.stderr).toMatch(/^Another tutor is using the data folder .*\n$/);
    expect(refused.stdout).toBe('');
  });
});

describe('the command line', () => {
  it.each([[[]], [['dance']], [['toString']]])('answers %j with its usage', async (args) => {
    const { code, stderr } = await run(args);
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^Unknown command\. Usage: npm run ingest \| ask \| critique \| replay \| backup \| restore \| trainer-token\n$/,
    );
  });
});
