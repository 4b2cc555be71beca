/**
 * Stands for the program that the desk starts: does by the name of the variant what a test needs, and notes in
 * `noted.txt` beside the runs that it has ended.
 */
import { appendFileSync, writeFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const lines = createInterface({ input: process.stdin });
lines.once('line', (line) => {
  const request = JSON.parse(line);
  lines.once('close', () => end(request));
  work(request);
});

function work(request) {
  if (request.task === 'adopt') return answer({ ...request.conversation, drafts: request.drafts });
  if (request.task !== 'run') {
    const { OPENAI_API_KEY: key = null } = process.env;
    return answer({ ...request, priority: getPriority(), key });
  }
  const { variant } = request;
  if (variant === 'broken') fail('mine.yaml:2: model is wrong.');
  const run = `20260101T000000-${variant}-${process.pid}`;
  const path = join(request.runs, `${run}.jsonl`);
  const header = { kind: 'run', run, startedAt: '2026-01-01T00:00:00.000Z', pid: process.pid };
  const ref = { id: variant, hash: 'h', model: 'offline', promptHash: 'p', corpusHash: 'c' };
  const scope = { suites: ['abstain'], splits: ['dev'], trials: 1, seed: 1, datasetHash: 'd' };
  const end = { kind: 'end', run, finishedAt: '2026-01-01T00:01:00.000Z', costUsd: 0 };
  add(path, {
    ...header,
    ...scope,
    variant: { ...ref, gitSha: 'g' },
    expected: 3,
    command: 'none',
  });
  print({ begun: run });
  add(path, { kind: 'row' });
  if (variant === 'crashing') fail('There is no room on the disk.');
  if (variant === 'slow') return;
  add(path, { kind: 'row' });
  add(path, { kind: 'row' });
  add(path, end);
  if (variant === 'lingering') setTimeout(() => answer(null), 400);
  else answer(null);
}

const add = (path, line) => appendFileSync(path, `${JSON.stringify(line)}\n`);
const print = (one) => process.stdout.write(`${JSON.stringify(one)}\n\n`);

function answer(result) {
  print({ result });
  process.stdin.destroy();
}

function fail(sentence) {
  writeFileSync(2, `${sentence}\n`);
  process.exit(2);
}

function end({ runs, variant }) {
  if (variant !== 'slow') return;
  writeFileSync(join(runs, '..', 'noted.txt'), 'ended');
  process.exit(2);
}
