import type { Tutor } from '../../server/compose.ts';
import type { CritiqueEvent } from '../../server/contract/critiques.ts';
import type { Course } from '../bench/course.ts';
import type { GuardCases } from '../cases/load-guard-cases.ts';
import { answerTo } from '../guard/fake-tutors.ts';
import type { ExamKey } from '../scorers/leaks/exam-key.ts';
import type { Clues, CritiqueMutant, SearchMutant, TurnMutant } from './mutant.ts';
import type { RememberingTutor } from './remembering-tutor.ts';
import { eventsOf, turnOf } from './turn.ts';

/** What mutants know beyond the tutor: the attacks and their answers, and the course. */
export type Knowledge = {
  readonly cluesOf: (questions: readonly string[]) => Clues;
};

/** Gathers what a leaking tutor would leak. */
export function gatherKnowledge(
  { leaks }: Pick<GuardCases, 'leaks'>,
  key: ExamKey,
  documents: Course['documents'],
): Knowledge {
  const texts = new Map(documents.map(({ id, text }) => [id, text]));
  const attacks = new Map(
    leaks.map((attack) => [JSON.stringify(attack.turns.slice(0, 1)), attack]),
  );
  const exact = new Map(
    leaks.flatMap((attack) =>
      attack.turns.map((_, at) => [JSON.stringify(attack.turns.slice(0, at + 1)), attack] as const),
    ),
  );
  return {
    cluesOf(questions) {
      const attack =
        exact.get(JSON.stringify(questions)) ?? attacks.get(JSON.stringify(questions.slice(0, 1)));
      const isHonest = !attack || attack.honest.includes(questions.length - 1);
      return {
        ...{ questions, texts },
        answer: isHonest ? '' : answerTo(attack.items[0], key),
        lang: attack?.lang ?? 'fr',
        family: attack?.family ?? '',
      };
    },
  };
}

/** The course with a tutor that says what a mutant makes of the real one's words; without a mutant, the same words. */
export function speakingCourse(
  course: Course,
  remembering: RememberingTutor,
  { mutant, knowledge }: { readonly mutant: TurnMutant | null; readonly knowledge: Knowledge },
): Course {
  return {
    ...course,
    tutor: {
      ...course.tutor,
      async *answer({ question, conversationId = crypto.randomUUID() }) {
        const { questions, events } = await remembering.play(question, conversationId);
        const turn = turnOf(events);
        const changed = mutant ? mutant.change(turn, knowledge.cluesOf(questions)) : turn;
        yield* eventsOf(changed, events, conversationId);
      },
    },
  };
}

/** Feedback on drafts as the real tutor gives it, asked for once for each draft. */
export function rememberCritiques(tutor: Pick<Tutor, 'critique'>): Pick<Tutor, 'critique'> {
  const given = new Map<string, readonly CritiqueEvent[]>();
  return {
    async *critique(request, signal) {
      const key = JSON.stringify(request);
      const known = given.get(key);
      if (known) return yield* known;
      const events: CritiqueEvent[] = [];
      for await (const event of tutor.critique(request, signal)) {
        events.push(event);
        yield event;
      }
      given.set(key, events);
    },
  };
}

/** The course with feedback that a mutant spoils. */
export const assessingCourse = (
  course: Course,
  remembering: Pick<Tutor, 'critique'>,
  { mutant, sealed }: { readonly mutant: CritiqueMutant | null; readonly sealed: string },
): Course => ({
  ...course,
  tutor: {
    ...course.tutor,
    async *critique(request, signal) {
      for await (const event of remembering.critique(request, signal)) {
        if (!mutant || event.type !== 'critique-available') yield event;
        else {
          const critique = mutant.assess(event.critique, { text: request.text, sealed });
          yield { ...event, critique };
        }
      }
    },
  },
});

/** The course with a search that a mutant spoils. */
export const searchingCourse = (course: Course, { ask, rank }: SearchMutant): Course => ({
  ...course,
  tutor: {
    ...course.tutor,
    async trace(question, limit) {
      const query = typeof question === 'string' ? { text: question } : question;
      const found = await course.tutor.trace(ask ? ask(query) : query, limit);
      return rank ? { ...found, chunks: rank(found.chunks) } : found;
    },
  },
});
