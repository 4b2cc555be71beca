import type { Student } from '../access/caller.ts';
import type { StudentExport } from '../../contract/student-data.ts';
import type { Critique } from '../../contract/critiques.ts';
import { listConversations } from '../../storage/conversations.ts';
import type { TableAccess } from '../../storage/store.ts';
import { draftRows, enteredAt } from '../../storage/student-data.ts';
import { listTurns } from '../../storage/turns.ts';
import { toTurnView } from '../conversations/turn-view.ts';

/** Everything that is kept of a student, but for the hashes of secrets. */
export async function exportStudent(
  tables: TableAccess,
  student: Student,
  now: Date,
): Promise<StudentExport> {
  const conversations = [];
  for (const { id, title, createdAt, updatedAt } of await listConversations(tables, student.id)) {
    const turns = (await listTurns(tables, student.id, id)).map((turn) => ({
      ...toTurnView(turn),
      replaced: turn.replaced === 1,
    }));
    conversations.push({ id, title, createdAt, updatedAt, turns });
  }
  const drafts = (await draftRows(tables, student.id)).map((row) => ({
    ...{ id: row.id, task: row.task, text: row.text, language: row.language },
    ...{ createdAt: row.created_at, status: row.status, model: row.model },
    ...{ fallback: row.fallback === 1, failure: row.failure, shared: row.shared === 1 },
    previousId: row.previous_id,
    length: row.length,
    // Written by this server.
    critique: row.critique === null ? null : (JSON.parse(row.critique) as Critique),
  }));
  const { pseudonym, className } = student;
  return {
    exportedAt: now.toISOString(),
    student: { pseudonym, className, enteredAt: await enteredAt(tables, student.id) },
    conversations,
    drafts,
  };
}
