import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fullDraft, otherDraft, thinDraft } from '../testing/critique-drafts.ts';
import { draftCourse } from '../testing/draft-course.ts';
import { spawnProgram } from '../testing/spawn-program.ts';
import { writeFiles } from '../testing/write-files.ts';
import type { CollectedCritique } from './collect-critique.ts';
import type { ReplayedDraft } from './replay-draft.ts';

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'repere-critique-cli-'));
  await writeFiles(join(cwd, 'corpus'), await draftCourse('omnishop', 'sc1', 'sc4'));
  await writeFiles(cwd, {
    'full.md': fullDraft,
    'thin.txt': Buffer.from(thinDraft, 'latin1'),
    'other.md': otherDraft,
    'empty.md': '\n',
    'photo.png': Buffer.from([137, 80, 78, 71, 0, 0, 0, 13]),
    'long.md': 'mot '.repeat(12_000),
  });
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

async function run(...args: string[]) {
  const program = spawnProgram(['cli.ts', ...args], { cwd });
  const code = await program.exited;
  return { code, stdout: program.stdout(), stderr: program.stderr() };
}

describe('critique', () => {
  it('prints what to read first, every criterion with its quotations, and the progress', async () => {
    const { code, stdout } = await run(
      'critique',
      '--task',
      'sc1',
      'full.md',
      '--previous',
      'thin.txt',
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/^À lire d’abord\n1\. /);
    expect(stdout).toContain('- Données\u00a0: montré\n');
    expect(stdout).toContain('«\u00a0Chaque clic part dans un flux Kafka');
    expect(stdout).toContain('Depuis le brouillon précédent');
    expect(stdout).toContain('Utilisations\u00a0: traité');
    expect(stdout).not.toContain('undefined');
  });

  it('prints one JSON object when asked, and lists the tasks', async () => {
    const { stdout } = await run(
      'critique',
      '--task',
      'sc1',
      '--json',
      '--language',
      'en',
      'full.md',
    );
    const collected = JSON.parse(stdout) as CollectedCritique;
    expect(collected).toMatchObject({ language: 'en', model: 'offline', fallback: false });
    expect((await run('critique', '--list')).stdout).toMatch(/^omnishop\t/);
  });

  it.each([
    [['--task', 'sc1', 'empty.md'], 1, /^The draft is empty/m],
    [['--task', 'sc1', 'photo.png'], 1, /^The draft cannot be read\. The file is binary/m],
    [['--task', 'sc1', 'long.md'], 1, /limit is 40000/],
    [['--task', 'sc8', 'full.md'], 1, /^There is no task of that id; the tasks are omnishop/m],
    [
      ['--task', 'sc1', 'full.md', '--previous', 'other.md'],
      1,
      /^The previous draft is of another task than sc1/m,
    ],
    [['--task', 'sc1', 'none.md'], 2, /none\.md cannot be read \(ENOENT\)/],
    [['full.md'], 2, /^critique takes a task and one draft\. Usage/m],
    [['--task', 'sc1', 'full.md', '--language', 'de'], 2, /neither fr nor en/],
  ])('refuses %j in one sentence', async (args, exit, message) => {
    const { code, stdout, stderr } = await run('critique', ...args);
    expect(code).toBe(exit);
    expect(stderr).toMatch(message);
    expect(stdout).toBe('');
    expect(stderr).not.toContain('    at ');
  });
});

describe('replay', () => {
  it('takes drafts beside conversations', async () => {
    const lines = [
      { id: 'q', turns: ['Qu’est-ce que Kafka ?'] },
      { id: 'd', task: 'sc1', text: fullDraft, previous: thinDraft, labels: ['ignored'] },
      { id: 'e', task: 'sc1', text: '' },
    ];
    await writeFiles(cwd, { 'cases.jsonl': lines.map((line) => JSON.stringify(line)).join('\n') });
    const { code, stderr } = await run('replay', 'cases.jsonl', 'answers.jsonl');
    expect([code, stderr.match(/^Case/gm)]).toEqual([0, null]);
    const written = (await readFile(join(cwd, 'answers.jsonl'), 'utf8')).trim().split('\n');
    const [question, draft, empty] = written.map((line) => JSON.parse(line) as ReplayedDraft);
    expect(question).toMatchObject({ id: 'q', decisions: ['answer'] });
    expect(draft).toMatchObject({
      id: 'd',
      criteria: { donnees: 'met', contrainte_specifique: 'met' },
      findings: [],
      decisions: ['feedback'],
      progress: { donnees: 'addressed' },
    });
    expect(draft!.answers).toHaveLength(1);
    expect(draft!.answers[0]).toContain('Critère par critère');
    expect(empty).toMatchObject({ id: 'e', criteria: {}, decisions: ['error'] });
    expect(empty!.answers[0]).toMatch(/^The draft is empty/);
  });
});
