import type { AnswerView, RatingReason } from './conversations.ts';
import type { Place } from './course.ts';

/** Fewest students that a group of questions needs before any of its words are shown. */
export const fewestStudents = 5;

/** `GET /api/trainer/unanswered`: what the course does not answer, most asked first. */
export type UnansweredView = {
  readonly groups: readonly UnansweredGroup[];
  /** Turns without an answer, and turns in all, in the time that is kept. */
  readonly unanswered: number;
  readonly asked: number;
};

/** What students wrote, and in which language. */
export type Wording = { readonly text: string; readonly language: 'fr' | 'en' };

export type UnansweredGroup = {
  /** The section that comes nearest; `null` where nothing did. */
  readonly nearest: Place | null;
  readonly questions: number;
  /** Students who asked; `null` when they are fewer than {@link fewestStudents}. */
  readonly students: number | null;
  /** A few of the wordings; empty when students are fewer than {@link fewestStudents}. */
  readonly examples: readonly Wording[];
  /** ISO 8601, day only. */
  readonly lastAskedOn: string;
};

/** `GET /api/trainer/ratings` */
export type RatingsView = {
  readonly helpful: number;
  readonly unhelpful: number;
  readonly reasons: readonly { readonly reason: RatingReason; readonly count: number }[];
  /** Turns whose student shows them, newest first. */
  readonly shared: readonly SharedTurn[];
};

/** A question and its answer that a student shows to the trainer, as the student saw it; who asked is not told. */
export type SharedTurn = AnswerView & {
  readonly turnId: string;
  readonly question: string;
  readonly helpful: boolean;
  readonly reasons: readonly RatingReason[];
  /** Id of the draft eval case that was made of it; `null` before. */
  readonly caseId: string | null;
};

/** `GET /api/trainer/exams`: hints and refusals by exam item; never who, and nothing of a key. */
export type ExamUseView = {
  readonly exams: readonly {
    readonly exam: string;
    readonly title: string;
    readonly items: readonly { readonly item: string; readonly hints: number }[];
    readonly refusals: number;
  }[];
  /** Refusals that concern no exam in particular: instructions, solutions. */
  readonly otherRefusals: number;
};

/** `GET /api/trainer/overview`: where to look first. */
export type OverviewView = {
  readonly students: number;
  readonly asked: number;
  readonly unanswered: number;
  readonly helpful: number;
  readonly unhelpful: number;
  readonly hints: number;
  readonly refusals: number;
  readonly sharedDrafts: number;
  readonly documents: { readonly ready: number; readonly sealed: number; readonly failed: number };
  readonly endpoint: EndpointView;
};

/** `GET /api/trainer/endpoint`; `POST /api/trainer/endpoint/check` asks it now. */
export type EndpointView = {
  /** `unknown` before the first call; the others by the last one. */
  readonly state:
    | 'offline'
    | 'unknown'
    | 'ready'
    | 'key-wrong'
    | 'model-unknown'
    | 'unreachable'
    | 'quota'
    | 'failing';
  /** Name of the model; `null` offline. */
  readonly model: string | null;
  /** Host of the endpoint, without path or key; `null` offline. */
  readonly host: string | null;
  /** ISO 8601; `null` before the first call. */
  readonly checkedAt: string | null;
};
