import { ratingReasons, type RatingReason } from '../../contract/conversations.ts';
import type { Place } from '../../contract/course.ts';
import type {
  EndpointView,
  ExamUseView,
  OverviewView,
  RatingsView,
  UnansweredView,
} from '../../contract/oversight.ts';
import {
  countDecisions,
  countExamDecisions,
  countPeopleAndDrafts,
  countRatings,
  type ExamDecisions,
  listSharedTurns,
  listUnanswered,
} from '../../storage/oversight.ts';
import type { Store } from '../../storage/store.ts';
import { toAnswerView } from '../conversations/turn-view.ts';
import { groupUnanswered } from './group-unanswered.ts';

/** What trainers see of how the tutor is used: sums, and words only of many or of those who share them. */
export type CourseUse = {
  unanswered(): Promise<UnansweredView>;
  ratings(): Promise<RatingsView>;
  exams(): Promise<ExamUseView>;
  overview(): Promise<OverviewView>;
};

export type CourseUseParts = {
  readonly store: Pick<Store, 'tables'>;
  /** What a question is compared by, see `groupUnanswered`. */
  readonly termsOf: (question: string) => ReadonlyMap<string, number>;
  /** Titles of the exams of the course, by the id of their document; they hold nothing of a key. */
  readonly examTitles: () => ReadonlyMap<string, string>;
  readonly documents: () => Promise<OverviewView['documents']>;
  readonly endpoint: () => EndpointView;
};

/** Questions that are grouped; older ones count in the sums only. */
const mostGrouped = 2_000;
const mostShared = 200;

export function createCourseUse({
  store: { tables },
  termsOf,
  examTitles,
  documents,
  endpoint,
}: CourseUseParts): CourseUse {
  return {
    async unanswered() {
      const turns = await listUnanswered(tables, mostGrouped);
      const decisions = await countDecisions(tables);
      const questions = turns.map(({ question, language, nearest, askedAt, studentId }) => ({
        ...{ question, language, nearest: readPlace(nearest), student: studentId },
        askedOn: askedAt.slice(0, dayLength),
      }));
      return { groups: await groupUnanswered(questions, termsOf), ...askedIn(decisions) };
    },
    async ratings() {
      const counts = await countRatings(tables);
      const shared = await listSharedTurns(tables, mostShared);
      const reasons = ratingReasons.map((reason) => ({
        reason,
        count: sum(counts.filter(({ reasons: given }) => readReasons(given).includes(reason))),
      }));
      return {
        ...helpfulIn(counts),
        reasons: reasons.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count),
        shared: shared.map((turn) => ({
          ...toAnswerView(turn),
          ...{ turnId: turn.turnId, question: turn.question, caseId: turn.caseId },
          ...{ helpful: turn.helpful, reasons: readReasons(turn.reasons) },
        })),
      };
    },
    async exams() {
      return examUse(await countExamDecisions(tables), examTitles());
    },
    async overview() {
      const given = await countExamDecisions(tables);
      return {
        ...(await countPeopleAndDrafts(tables)),
        ...askedIn(await countDecisions(tables)),
        ...helpfulIn(await countRatings(tables)),
        hints: sum(given.filter(({ decision }) => decision === 'hint')),
        refusals: sum(given.filter(({ decision }) => decision === 'refuse')),
        documents: await documents(),
        endpoint: endpoint(),
      };
    },
  };
}

/** Length of the day in an ISO 8601 time. */
const dayLength = 10;

const sum = (rows: readonly { readonly count: number }[]): number =>
  rows.reduce((total, { count }) => total + count, 0);

const askedIn = (decisions: ReadonlyMap<string | null, number>) => ({
  unanswered: decisions.get('abstain') ?? 0,
  asked: [...decisions.values()].reduce((total, count) => total + count, 0),
});

const helpfulIn = (counts: readonly { readonly helpful: boolean; readonly count: number }[]) => ({
  helpful: sum(counts.filter(({ helpful }) => helpful)),
  unhelpful: sum(counts.filter(({ helpful }) => !helpful)),
});

function examUse(
  given: readonly ExamDecisions[],
  titles: ReadonlyMap<string, string>,
): ExamUseView {
  // An exam that has left the course is told by its id as long as its turns are kept.
  const ids = new Set([...titles.keys(), ...given.flatMap(({ exam }) => exam ?? [])]);
  return {
    exams: [...ids].map((exam) => {
      const own = given.filter((one) => one.exam === exam);
      const hints = own.filter(({ decision }) => decision === 'hint');
      return {
        ...{ exam, title: titles.get(exam) ?? exam },
        items: [...new Set(hints.flatMap(({ item }) => item ?? []))]
          .map((item) => ({ item, hints: sum(hints.filter((one) => one.item === item)) }))
          .toSorted((a, b) => b.hints - a.hints || byNumber.compare(a.item, b.item)),
        refusals: sum(own.filter(({ decision }) => decision === 'refuse')),
      };
    }),
    otherRefusals: sum(
      given.filter(({ decision, exam }) => decision === 'refuse' && exam === null),
    ),
  };
}

/** A2 before A10. */
const byNumber = new Intl.Collator('fr', { numeric: true });

const readPlace = (json: string | null): Place | null =>
  json === null ? null : (JSON.parse(json) as Place | null);

const readReasons = (json: string): readonly RatingReason[] =>
  (JSON.parse(json) as readonly string[]).filter((one): one is RatingReason =>
    (ratingReasons as readonly string[]).includes(one),
  );
