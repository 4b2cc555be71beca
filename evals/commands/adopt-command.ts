import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { addDraft } from '../adopt/add-draft.ts';
import { draftsPath } from '../adopt/drafts-path.ts';
import { type Conversation, findConversation } from '../adopt/conversation.ts';
import { openRunStore } from '../runs/run-store.ts';
import type { Command } from './command.ts';
import { runsFolder } from './runs-folder.ts';

const usage = 'npm run eval -- adopt ID [--from FILE.jsonl] [--to DRAFTS.jsonl]';

/**
 * `npm run eval -- adopt ID`: makes a draft case of a conversation, without what names a person. Without `--from` it is
 * looked for in the runs, newest first.
 */
export const adoptCommand: Command = async (args, { print }) => {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { from: { type: 'string' }, to: { type: 'string', default: draftsPath } },
  });
  const [id, ...rest] = positionals;
  if (id === undefined || rest.length > 0) throw new Error(`Name one conversation: ${usage}`);
  const found = values.from === undefined ? await findInRuns(id) : await findIn(values.from, id);
  const { caseId, replaced, isNew } = await addDraft(found, values.to);
  const file = relative(process.cwd(), values.to);
  if (!isNew) {
    print(`${file} already holds this conversation, as ${caseId}.`);
    return 0;
  }
  print(
    `Added ${caseId} to ${file}; ${replaced} names, addresses or numbers were replaced.\n` +
      'Read it: what still names a person goes out by hand. Then fill in gold, nuggets and why, give it an id of its own,\n' +
      'and move the line to questions.dev.jsonl, or with a category to unanswerable.dev.jsonl.',
  );
  return 0;
};

async function findIn(path: string, id: string): Promise<Conversation> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new Error(
      `${path} cannot be read: name a file of conversations, one JSON object a line.`,
    );
  });
  return findConversation(text, id, path);
}

async function findInRuns(id: string): Promise<Conversation> {
  const store = await openRunStore(runsFolder);
  for (const { run } of (await store.headers()).toReversed()) {
    const text = await readFile(store.path(run), 'utf8');
    if (text.includes(`"caseId":${JSON.stringify(id)}`)) return findConversation(text, id, run);
  }
  throw new Error(`No run holds a case "${id}"; name the file of the conversation with --from.`);
}
