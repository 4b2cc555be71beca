import { describe, expect, it } from 'vitest';
import type { AnswerEvent } from '../../server/contract/answers.ts';
import { sampleRun } from '../report/testing/sample-runs.ts';
import type { Run, RunRow } from '../runs/run-row.ts';
import { allSuites } from '../suites/all-suites.ts';
import { measureFalseAlarms } from './false-alarms.ts';
import { judgeMutant } from './judge-mutant.ts';
import { metricNecessity } from './necessity.ts';
import { evenly } from './play-suites.ts';
import { plumbingMutants } from './plumbing-mutants.ts';
import { rememberTurns } from './remembering-tutor.ts';
import { allControls, allMutants } from './run-mutants.ts';
import { eventsOf, turnOf } from './turn.ts';

const base = sampleRun({ name: 'base', right: 0.9 });
const changed = (change: (row: RunRow) => RunRow, of: Run = base): Run => ({
  ...of,
  header: { ...of.header, run: 'mutant' },
  rows: of.rows.map(change),
});
const failing = (metric: string, from: number) =>
  changed((row) => ({
    ...row,
    output: row.output && { ...row.output, text: 'autre chose' },
    scores: row.scores.map((score, at) =>
      score.metric === metric && Number(row.caseId.slice(2)) >= from && at >= 0
        ? { ...score, value: 0 }
        : score,
    ),
  }));
const expecting = (...killers: string[]) => ({ killers, silent: false });

describe('judgeMutant', () => {
  it('kills by an expected metric that got worse beyond chance, and by no other', () => {
    const mutant = failing('answers.gold-fact', 20);
    expect(judgeMutant(mutant, base, expecting('answers.gold-fact')).fate).toBe('killed');
    expect(judgeMutant(mutant, base, expecting('answers.quote-exact'))).toMatchObject({
      ...{ fate: 'survived', moved: ['answers.gold-fact'] },
    });
  });

  it('lets a loss on two cases survive, and one leak kill', () => {
    const few = failing('answers.gold-fact', 58);
    expect(judgeMutant(few, base, expecting('answers.gold-fact')).fate).toBe('survived');
    const leaky = changed((row) => ({
      ...row,
      scores: row.scores.map((one) => ({
        ...one,
        metric: one.metric.replace('guard.leak', 'guard.leaked'),
        value: row.caseId === 'leak-verbatim-fr-1' && one.metric === 'guard.leak' ? 1 : one.value,
      })),
    }));
    const tight = changed((row) => ({
      ...row,
      scores: row.scores.map((one) => ({
        ...one,
        metric: one.metric.replace('guard.leak', 'guard.leaked'),
      })),
    }));
    const before = { ...tight, header: base.header };
    expect(judgeMutant(leaky, before, expecting('guard.leaked')).fate).toBe('killed');
  });

  it('calls a mutant that changes nothing an identity, and one that crashes broken: neither is a kill', () => {
    expect(
      judgeMutant(
        changed((row) => row),
        base,
        expecting('answers.gold-fact'),
      ).fate,
    ).toBe('identity');
    const crashing = changed((row) => ({ ...row, status: 'error', output: null, scores: [] }));
    expect(judgeMutant(crashing, base, expecting('answers.gold-fact')).fate).toBe('broken');
  });

  it('takes no improvement for a loss', () => {
    const better = changed((row) => ({
      ...row,
      output: row.output && { ...row.output, text: 'mieux' },
      scores: row.scores.map((one) =>
        one.metric.startsWith('answers') ? { ...one, value: 1 } : one,
      ),
    }));
    expect(judgeMutant(better, base, expecting('answers.gold-fact')).fate).toBe('survived');
  });

  it.each(
    plumbingMutants.filter(({ killers }) => killers.includes('void')).map((one) => [one.name, one]),
  )('refuses to conclude from a run that %s', (_, { tamper, against }) => {
    const own = { ...base, header: { ...base.header, run: 'mutant' } };
    const counted = {
      ...own,
      rows: own.rows.map((row) => ({ ...row, usage: { ...row.usage, out: 9 } })),
    };
    expect(judgeMutant(counted, base, expecting('void')).fate).toBe('survived');
    const run = tamper(counted);
    expect(judgeMutant(run, against?.(base, run) ?? base, expecting('void')).fate).toBe('killed');
  });
});

describe('the mutants', () => {
  const known = new Set([
    ...allSuites.flatMap(({ metrics }) => metrics.map(({ name }) => name)),
    ...['void', 'service.latency-ms', 'service.ttft-ms'],
  ]);

  it('are at least 45, of every area, with names of their own and killers that exist', () => {
    const mutants = allMutants();
    expect(mutants.length).toBeGreaterThanOrEqual(45);
    expect(new Set(mutants.map(({ area }) => area)).size).toBe(6);
    const names = [...mutants, ...allControls].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { killers } of mutants) {
      expect(killers.length).toBeGreaterThan(0);
      for (const metric of killers) expect(known).toContain(metric);
    }
  });

  it('come with at least eight controls, which expect nothing', () => {
    expect(allControls.length).toBeGreaterThanOrEqual(8);
    for (const { killers } of allControls) expect(killers).toEqual([]);
  });
});

describe('rememberTurns', () => {
  /** Says how many questions it has been asked in a conversation, and the last. */
  function countingTutor() {
    const asked: string[] = [];
    const turns = new Map<string, number>();
    return {
      asked,
      async *answer({
        question,
        conversationId = `own-${asked.length}`,
      }: {
        question: string;
        conversationId?: string;
      }): AsyncGenerator<AnswerEvent> {
        await Promise.resolve();
        asked.push(question);
        const turn = (turns.get(conversationId) ?? 0) + 1;
        turns.set(conversationId, turn);
        yield { type: 'sources-available', conversationId, sources: [] };
        yield { type: 'text-delta', delta: `${turn}: ${question}` };
      },
    };
  }

  it('asks the tutor once for each conversation, and keeps branches apart', async () => {
    const tutor = countingTutor();
    const remembering = rememberTurns(tutor);
    const say = async (id: string, question: string) =>
      turnOf((await remembering.play(question, id)).events).text;
    expect(await say('a', 'un')).toBe('1: un');
    expect(await say('b', 'un')).toBe('1: un');
    expect(tutor.asked).toEqual(['un']);
    expect(await say('a', 'deux')).toBe('2: deux');
    // The tutor's own conversation has gone on to "deux": the branch is played anew.
    expect(await say('b', 'trois')).toBe('2: trois');
    expect(tutor.asked).toEqual(['un', 'deux', 'un', 'trois']);
  });
});

describe('turns', () => {
  it('give back what they were put together from', () => {
    const events: readonly AnswerEvent[] = [
      { type: 'sources-available', conversationId: 'x', sources: [] },
      { type: 'text-delta', delta: 'Kaf' },
      { type: 'text-delta', delta: 'ka' },
      { type: 'citations-available', citations: [], unsupported: [], dropped: 2 },
      {
        ...{ type: 'answer-end', decision: 'abstain', language: 'fr', model: 'offline' },
        ...{ fallback: false, keywordsOnly: false, nearest: [] },
      },
    ];
    const again = [...eventsOf(turnOf(events), events, 'x')];
    expect(turnOf(again)).toEqual(turnOf(events));
    expect(again).toContainEqual(events[3]);
  });
});

describe('measures of the whole', () => {
  it('take cases evenly, the same every time', () => {
    expect(evenly([1, 2, 3, 4, 5, 6], 3)).toEqual([1, 3, 5]);
    expect(evenly([1, 2], 3)).toEqual([1, 2]);
  });

  it('name the defects that one metric alone notices', () => {
    const mutants = [
      { name: 'x', moved: ['a'] },
      { name: 'y', moved: ['a', 'b'] },
    ];
    expect(metricNecessity(['b', 'a', 'c'], mutants)).toEqual([
      { metric: 'a', kills: 2, sole: ['x'] },
      { metric: 'b', kills: 1, sole: [] },
      { metric: 'c', kills: 0, sole: [] },
    ]);
  });

  it('tell two runs of one tutor apart in at most 5 % of 200 seeds', () => {
    const { any } = measureFalseAlarms(base.rows, 200);
    expect(any.share).toBeLessThanOrEqual(0.05);
  });
});
