import { readFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectCritique } from '../../server/commands/collect-critique.ts';
import { composeTutor, type Tutor } from '../../server/compose.ts';
import { readConfig } from '../../server/config.ts';
import { critiquePrompt, critiquePromptVersion } from '../../server/critique/critique-prompt.ts';
import { mentionsMark } from '../../server/critique/mentions-mark.ts';
import { fakeStructuredModel, modelInTurn } from '../../server/testing/fake-structured-model.ts';
import { parseCritiqueRecording } from './critique-recording.ts';

const recordings = (await readFile(join(import.meta.dirname, 'critiques.jsonl'), 'utf8'))
  .trim()
  .split('\n')
  .map(parseCritiqueRecording);

const empty = { id: '', title: { fr: '', en: '' }, criteria: [], contradictions: [] };
const [rules] = critiquePrompt({ task: empty, statement: '', passages: [], draft: '', language: 'fr' });

let folder = '';
let tutor: Tutor;
const inTurn = modelInTurn();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repere-replay-critiques-'));
  const corpusDir = join(import.meta.dirname, '..', '..', 'corpus');
  const config = readConfig({ CORPUS_DIR: corpusDir, DATA_DIR: folder });
  tutor = await composeTutor(config, { structuredModel: inTurn });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the recorded critiques', () => {
  it('are at least fifteen, over all kinds of tasks', () => {
    expect(recordings.length).toBeGreaterThanOrEqual(15);
    expect(new Set(recordings.map(({ task }) => task)).size).toBeGreaterThanOrEqual(10);
    expect(recordings.some(({ exchanges }) => exchanges.length === 2)).toBe(true);
  });

  it.each(recordings.map((recording) => [recording.id, recording] as const))(
    '%s: comes to the same',
    async (_, { task, text, promptVersion, exchanges, dropped, criteria, author }) => {
      expect(author).toBe('written by a strong language model, acting on the prompt');
      // After a change of the rules: raise the version and record again.
      expect([promptVersion, exchanges[0]!.messages[0]]).toEqual([critiquePromptVersion, rules]);
      const model = fakeStructuredModel(...exchanges.map(({ reply }) => reply));
      inTurn.ask(model);
      const { critique, fallback } = await collectCritique(
        tutor.critique({ task, text }, new AbortController().signal),
      );
      expect({ fallback, asked: model.prompts.length }).toEqual({ fallback: false, asked: exchanges.length });
      expect(Object.fromEntries(critique.criteria.map((one) => [one.criterion, one.finding]))).toEqual(criteria);
      expect(critique.dropped).toBe(dropped);
      const draft = critique.text ?? text;
      for (const { quotations, citation } of critique.criteria) {
        for (const { start, end, quote } of quotations) expect(draft.slice(start, end)).toBe(quote);
        const cited = citation && tutor.document(citation.documentId).text.slice(citation.start, citation.end);
        expect(cited).toBe(citation?.quote);
      }
      for (const { sentence, question, nextStep } of critique.items) {
        expect([sentence, question, nextStep].filter(mentionsMark)).toEqual([]);
      }
    },
  );
});
