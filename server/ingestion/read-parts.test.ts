import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { writeFiles } from '../testing/write-files.ts';
import { readParts } from './read-parts.ts';

const exam = `---
id: examen
kind: exam
---
# Examen

## Partie A

1) Charger des fichiers chaque nuit.
→ [ ] **Data Engineer** [ ] Data Analyst
`;
const register = (more = '') => `exam: examen
${more}
items:
  A1:
    hints:
      fr: ["Relisez.", "Comparez.", "Pourquoi ?"]
      en: ["Reread.", "Compare.", "Why?"]
    reread: [{ document: lecon, heading: "La leçon" }]
`;
const lesson = '# La leçon\n\nUn texte.';

let folder = '';
afterEach(() => rm(folder, { recursive: true, force: true }));
async function corpusOf(files: Readonly<Record<string, string>>): Promise<string> {
  folder = await mkdtemp(join(tmpdir(), 'repere-parts-'));
  return writeFiles(folder, { 'lecon.md': lesson, ...files });
}
const read = async (files: Readonly<Record<string, string>>, day = '2026-11-25') =>
  readParts(await corpusOf(files), { now: new Date(`${day}T12:00:00`) });

describe('the embargo of an exam', () => {
  const files = {
    'exams/examen.md': exam,
    'exams/examen.yaml': register('releasedAfter: 2027-06-30'),
  };

  it('keeps the items out up to the day named, that day included', async () => {
    const { corpus, protection } = await read(files, '2027-06-30');
    expect(JSON.stringify(corpus.documents)).not.toContain('Charger');
    expect(protection.register.items).toHaveLength(1);
  });

  it('opens the exam the day after, and the index no longer fits', async () => {
    const before = await read(files, '2027-06-30');
    await rm(folder, { recursive: true });
    const after = await read(files, '2027-07-01');
    expect(JSON.stringify(after.corpus.documents)).toContain('Charger');
    expect(after.protection.register.items).toHaveLength(0);
    expect(after.corpusHash).not.toBe(before.corpusHash);
  });
});

describe('a register that is wrong', () => {
  it('stops the ingestion with file and line, and nothing is published', async () => {
    await expect(
      read({ 'exams/examen.md': exam, 'exams/examen.yaml': register().replace('A1', 'A7') }),
    ).rejects.toMatchObject({
      code: 'corpus-invalid',
      message: expect.stringMatching(/^exams\/examen\.yaml, line 4: .*Nothing was published\.$/),
    });
  });
});

describe('corpus.yaml', () => {
  const plain = { 'notes.md': '# Notes\n\nUn corrigé sans forme.' };

  it('seals a document that nothing else tells from a lesson, and opens one of the form of an exam', async () => {
    const sealing = { 'corpus.yaml': 'documents: [{ path: notes.md, kind: solution }]' };
    expect((await read({ ...plain, ...sealing })).corpus.documents).toHaveLength(1);
    await rm(folder, { recursive: true });
    const opening = { 'corpus.yaml': 'documents: [{ path: exams/examen.md, kind: lesson }]' };
    const { corpus } = await read({ 'exams/examen.md': exam, ...opening });
    expect(JSON.stringify(corpus.documents)).toContain('Charger');
  });

  it.each([
    [
      'names a file that is none',
      'documents:\n  - { path: absent.md, kind: exam }',
      'line 2: there is no document absent.md',
    ],
    [
      'names an unknown kind',
      'documents:\n  - { path: notes.md, kind: secret }',
      'line 2: documents.0.kind is wrong',
    ],
    ['is no YAML', 'documents: [', 'it is not valid YAML'],
  ])('is refused when it %s', async (_, text, message) => {
    await expect(read({ ...plain, 'corpus.yaml': text })).rejects.toMatchObject({
      code: 'corpus-invalid',
      message: expect.stringContaining(
        `corpus.yaml, ${message}`.replace('corpus.yaml, it', 'corpus.yaml, line 1: it'),
      ),
    });
  });
});
