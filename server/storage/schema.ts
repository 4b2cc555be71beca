/**
 * The tables, as Kysely sees them. Times are ISO 8601 texts in UTC, truths are 0 and 1, and structures are JSON texts,
 * so that SQLite and Postgres hold the same.
 */
export type Tables = {
  readonly classes: ClassTable;
  readonly students: StudentTable;
  readonly sessions: SessionTable;
  readonly conversations: ConversationTable;
  readonly turns: TurnTable;
  readonly ratings: RatingTable;
  readonly drafts: DraftTable;
  readonly prompts: PromptTable;
  readonly settings: SettingTable;
};

export type ClassTable = {
  readonly id: string;
  readonly name: string;
  /** SHA-256 of the class code; `null` for a class that was never given one. */
  readonly code_hash: string | null;
  readonly code_expires_at: string | null;
  readonly open: number;
  readonly created_at: string;
};

export type StudentTable = {
  readonly id: string;
  readonly class_id: string;
  readonly pseudonym: string;
  readonly recovery_hash: string;
  readonly created_at: string;
};

export type SessionTable = {
  /** SHA-256 of the cookie's token. */
  readonly token_hash: string;
  readonly role: 'student' | 'trainer';
  /** `null` for a trainer. */
  readonly student_id: string | null;
  readonly created_at: string;
  readonly expires_at: string;
};

export type ConversationTable = {
  readonly id: string;
  readonly student_id: string;
  /** `null` until the student gives one. */
  readonly title: string | null;
  readonly created_at: string;
  readonly updated_at: string;
  /** What the exam guard remembers; JSON. It never goes back, whatever is asked again or edited. */
  readonly ledger: string | null;
};

export type TurnTable = {
  readonly id: string;
  readonly conversation_id: string;
  /** From 0. */
  readonly position: number;
  readonly request_key: string | null;
  readonly question: string;
  readonly asked_at: string;
  readonly finished_at: string | null;
  readonly status: 'streaming' | 'complete' | 'stopped' | 'interrupted' | 'failed';
  readonly language: 'fr' | 'en';
  readonly decision: string | null;
  /** What a `TurnView` shows of the answer; JSON. */
  readonly answer: string;
  /** What later questions lean on; JSON, `null` for turns that enter no prompt. */
  readonly memory: string | null;
  /** 1 when another turn took its place. */
  readonly replaced: number;
  /** For hints and refusals: the exam and its item, where they concern one. */
  readonly exam: string | null;
  readonly item: string | null;
  /** For questions without an answer: the section that comes nearest, as JSON of a `Place`. */
  readonly nearest: string | null;
};

export type RatingTable = {
  readonly turn_id: string;
  readonly helpful: number;
  /** JSON array of reasons. */
  readonly reasons: string;
  readonly shared: number;
  readonly rated_at: string;
  /** The draft eval case that was made of the turn. */
  readonly case_id: string | null;
};

export type DraftTable = {
  readonly id: string;
  readonly student_id: string;
  readonly task: string;
  readonly request_key: string | null;
  readonly text: string;
  /** Of the text, in UTF-16 code units, which no database counts in. */
  readonly length: number;
  readonly language: 'fr' | 'en';
  readonly created_at: string;
  readonly finished_at: string | null;
  readonly status: 'streaming' | 'complete' | 'stopped' | 'interrupted' | 'failed';
  readonly previous_id: string | null;
  /** JSON of a `Critique`. */
  readonly critique: string | null;
  readonly model: string | null;
  readonly fallback: number;
  readonly failure: string | null;
  readonly shared: number;
};

export type PromptTable = {
  /** From 1; 0 is the program's own. */
  readonly version: number;
  readonly text: string;
  readonly note: string;
  readonly created_at: string;
};

export type SettingTable = { readonly name: string; readonly value: string };
