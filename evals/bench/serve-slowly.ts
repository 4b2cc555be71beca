/**
 * Run by `kill-server.ts` in a process of its own, to be killed: the real storage and HTTP over a tutor that says the
 * question again, piece by piece. `node --import tsx serve-slowly.ts DATA_DIR`; prints its address.
 */
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { composeApplication } from '../../server/compose-application.ts';
import type { LiveTutor } from '../../server/compose-live-tutor.ts';
import { readConfig } from '../../server/config.ts';
import type { AnswerEvent } from '../../server/contract/answers.ts';
import type { CritiqueEvent } from '../../server/contract/critiques.ts';
import { createLog } from '../../server/log.ts';
import { listen } from '../../server/terminal/listen.ts';
import { wideLimits } from '../../server/testing/wide-limits.ts';

/** Pieces of an answer, and the pause between two, in milliseconds. */
const pieces = 6;
const pauseMs = 8;

async function* answerIn(
  memory: Parameters<LiveTutor['answerIn']>[0],
  { question }: Parameters<LiveTutor['answerIn']>[1],
): AsyncGenerator<AnswerEvent> {
  const { conversationId } = memory;
  await memory.keepLedger(JSON.stringify({ after: question }), null);
  yield { type: 'sources-available', conversationId, sources: [] };
  for (let piece = 1; piece <= pieces; piece += 1) {
    await sleep(pauseMs);
    yield { type: 'text-delta', delta: `${question}, ${piece}. ` };
  }
  await memory.keepTurn(JSON.stringify({ question }));
  yield { type: 'citations-available', citations: [], unsupported: [], dropped: 0 };
  yield {
    ...{ type: 'answer-end', decision: 'answer', language: 'fr', model: 'slow', nearest: [] },
    ...{ fallback: false, keywordsOnly: false },
  };
}

async function* critique({
  task,
}: Parameters<LiveTutor['critique']>[0]): AsyncGenerator<CritiqueEvent> {
  await sleep(pieces * pauseMs);
  const critique = {
    ...{ task, text: null, criteria: [], findings: [], items: [], progress: null, dropped: 0 },
  };
  yield { type: 'critique-available', critique };
  yield { type: 'critique-end', language: 'fr', model: 'slow', fallback: false };
}

const config = readConfig({ DATA_DIR: process.argv[2], PORT: '0' });
// The routes in use need no more of a tutor.
const lasting = { concepts: null };
const tutor = { answerIn, critique, checkDraft: () => 'fr', tasks: () => [], lasting };
const { app } = await composeApplication(config, {
  ...{ log: createLog('silent'), webDir: config.dataDir, limits: wideLimits },
  openTutor: () => Promise.resolve(tutor as unknown as LiveTutor),
});
process.stdout.write(`${await listen(createServer(app), config)}\n`);
