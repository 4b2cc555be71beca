import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { createEvalDesk } from './create-eval-desk.ts';

const rules = 'Quote as [[n|quotation]]; else [[abstain]] or [[clarify]].';

it(
  'measures, compares, reports and adopts with the real program',
  { timeout: 400_000 },
  async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'repere-desk-real-'));
    const drafts = join(dataDir, 'drafts.jsonl');
    const desk = await createEvalDesk({
      ...{ dataDir, drafts, endpoint: null, suites: ['abstain'] },
      prompts: () => Promise.resolve([{ version: 1, text: rules, note: '', serving: false }]),
    });
    try {
      const run = async (variant: string) => {
        const { run: name } = await desk.start(variant);
        for (;;) {
          const found = (await desk.runs()).find((one) => one.run === name)!;
          if (found.status !== 'running') return found;
          await sleep(200);
        }
      };
      const [one, main] = [await run('prompt-1'), await run('cautious')];
      for (const { status, cases, of, problem } of [one, main]) {
        expect({ status, cases, of, problem }).toEqual({
          ...{ status: 'complete', cases: 70, of: 70, problem: null },
        });
      }

      const comparison = await desk.compare(one.run, main.run);
      expect(comparison.voids).toEqual([]);
      expect(comparison.run).toEqual(one);
      const abstained = comparison.metrics.find(({ metric }) => metric === 'abstain.abstained')!;
      expect(abstained.wins + abstained.losses).toBeGreaterThan(0);
      expect(comparison.regressed).toBe(abstained.losses);
      const [worst] = comparison.regressions;
      expect(worst).toMatchObject({ suite: 'abstain', scores: [{ before: 1, after: 0 }] });
      expect(worst?.turns.at(-1)).toBeTruthy();
      expect(comparison.gates.map(({ metric }) => metric)).toContain('abstain.quotations-exact');
      expect(await desk.report(one.run, null)).toMatch(/^<!doctype html>[\s\S]*<\/html>/);

      const turn = 'Je m’appelle Jeanne Dupont, jeanne@exemple.fr : c’est quoi un data lake ?';
      const shared = { turns: [turn], decision: 'answer', answer: 'Un lac.' };
      const { caseId, replaced } = await desk.adopt(shared);
      expect((await desk.adopt(shared)).caseId).toBe(caseId);
      const lines = (await readFile(drafts, 'utf8')).trim().split('\n');
      expect(lines).toHaveLength(1);
      expect(JSON.parse(lines[0]!)).toMatchObject({ id: caseId, observed: { text: 'Un lac.' } });
      expect(lines[0]).not.toMatch(/Dupont|exemple\.fr/);
      expect(replaced).toBeGreaterThanOrEqual(2);
      expect(await desk.cases()).toMatchObject([{ caseId, language: 'fr', text: 'Un lac.' }]);
    } finally {
      await desk.close();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
);
