import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { writeGeneration } from '../../server/ingestion/index-generations.ts';

/** A program to be killed: writes generations into the folder it is given, for ever, and prints each one's name. */

const root = process.argv[2];
if (root === undefined) throw new Error('Say which folder to write the generations into.');

for (let count = 0; ; count += 1) {
  // In every file the same fresh text, so that files of two generations could not pass for one.
  const text = randomBytes(8).toString('hex');
  const files = new Map([
    ['keywords.json', Buffer.from(text)],
    ['vectors.bin', Buffer.from(text.repeat(20_000))],
    ['chunks.json', Buffer.from(text.repeat(100))],
  ]);
  const sizes = { dimensions: 0, documents: 1, chunks: count };
  const manifest = { embeddingModel: 'none', ...sizes, corpusHash: text, settingsHash: '' };
  if (count === 0) writeSync(1, 'ready\n');
  writeSync(1, `written ${await writeGeneration(root, { files, manifest })}\n`);
}
