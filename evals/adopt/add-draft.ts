import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { readOpenDocuments } from '../bench/course.ts';
import type { Conversation } from './conversation.ts';
import { draftCase } from './draft-case.ts';

/** A draft case as it was added. */
export type AddedDraft = {
  readonly caseId: string;
  /** Names, addresses and numbers that were replaced. */
  readonly replaced: number;
  /** False when the file held this conversation already. */
  readonly isNew: boolean;
};

/**
 * Adds the draft case of a conversation to a file, once, without what names a person.
 * @param corpus the folder of the course, whose names are no person's; by default the project's own
 */
export async function addDraft(
  conversation: Pick<Conversation, 'turns' | 'decision' | 'answer'>,
  path: string,
  corpus?: string,
): Promise<AddedDraft> {
  const { draft, replaced } = draftCase(conversation, await courseKnows(corpus));
  const there = await readFile(path, 'utf8').catch(() => '');
  const isNew = !there.includes(`"id":"${draft.id}"`);
  if (isNew) {
    await mkdir(dirname(path), { recursive: true });
    await appendFile(path, `${JSON.stringify(draft)}\n`);
  }
  return { caseId: draft.id, replaced, isNew };
}

/** Whether the open documents hold a text, case apart. */
async function courseKnows(corpus?: string): Promise<(text: string) => boolean> {
  const documents = await readOpenDocuments(corpus);
  const text = documents.map((document) => `${document.title}\n${document.text}`).join('\n');
  const folded = text.toLowerCase();
  return (part) => folded.includes(part.toLowerCase());
}
