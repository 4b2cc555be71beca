import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../contract/course.ts';
import { fewestStudents } from '../../contract/oversight.ts';
import { groupUnanswered, type Unanswered } from './group-unanswered.ts';

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().split(/\s+/));

const place = (documentId: string, heading: string, start = 10): Place => ({
  ...{ documentId, title: documentId, headings: heading === '' ? [] : [heading] },
  ...{ start, end: start + 5, line: 3, language: 'fr' },
});

const asked = (question: string, student: string, nearest: Place | null = null): Unanswered => ({
  ...{ question, student, nearest, language: 'fr', askedOn: '2026-11-01' },
});

const five = ['a', 'b', 'c', 'd', 'e'];

const anyPlace = fc
  .tuple(fc.constantFrom('d1', 'd2'), fc.constantFrom('', 'h1', 'h2', 'h3'), fc.nat(50))
  .map(([documentId, heading, start]) => place(documentId, heading, start));

/** Each question holds words of its own, so that whose text is shown can be told. */
const anyQuestions = fc
  .array(
    fc.record({
      subject: fc.constantFrom('kafka topics retention', 'spark shuffle', 'prix du café'),
      student: fc.constantFrom('s1', 's2', 's3', 's4', 's5', 's6'),
      nearest: fc.option(anyPlace),
      day: fc.integer({ min: 1, max: 28 }),
    }),
    { minLength: 4, maxLength: 24, size: 'max' },
  )
  .map((rows) =>
    rows.map(({ subject, student, nearest, day }, at) => ({
      question: `${subject} q${at}`,
      ...{
        student,
        nearest,
        language: 'fr' as const,
        askedOn: `2026-11-${String(day).padStart(2, '0')}`,
      },
    })),
  );

const numberOf = (text: string): number => Number(/q(\d+)$/.exec(text)?.[1]);

describe('groupUnanswered', () => {
  it('shows no word of fewer than five students, and counts every question once', () => {
    fc.assert(
      fc.property(anyQuestions, (questions) => {
        const groups = groupUnanswered(questions, wordsOf);
        expect(groups.reduce((sum, group) => sum + group.questions, 0)).toBe(questions.length);
        for (const group of groups) {
          if (group.students === null) expect(group.examples).toEqual([]);
          else expect(group.students).toBeGreaterThanOrEqual(fewestStudents);
          // Whatever is shown was asked, about this document, by one of at least five.
          for (const { text } of group.examples) {
            const own = questions[numberOf(text)]!;
            expect(own.nearest?.documentId).toBe(group.nearest?.documentId);
            const about = questions.filter(
              ({ nearest }) => nearest?.documentId === own.nearest?.documentId,
            );
            expect(new Set(about.map(({ student }) => student)).size).toBeGreaterThanOrEqual(
              fewestStudents,
            );
          }
        }
      }),
    );
  });

  it('says the same of a small group whatever its students wrote', () => {
    fc.assert(
      fc.property(anyQuestions, (questions) => {
        const few = questions.filter(({ student }) => student < 's5'); // four students
        const other = few.map((one) => ({ ...one, question: `tout autre chose ${one.askedOn}` }));
        expect(JSON.stringify(groupUnanswered(few, wordsOf))).not.toMatch(/kafka|spark|café/);
        expect(groupUnanswered(few, wordsOf)).toEqual(groupUnanswered(other, wordsOf));
      }),
    );
  });

  it('depends on neither the order nor the time of the questions of a day', () => {
    fc.assert(
      fc.property(anyQuestions, (questions) => {
        const told = JSON.stringify(groupUnanswered(questions, wordsOf).toSorted(byText));
        const turned = groupUnanswered(questions.toReversed(), wordsOf).toSorted(byText);
        expect(JSON.stringify(turned)).toBe(told);
      }),
    );
  });

  it('keeps what is alike together, most asked first', () => {
    const about = place('kafka', 'Rétention');
    const groups = groupUnanswered(
      [
        ...five.map((student) => asked('combien de temps kafka garde', student, about)),
        asked('combien de temps kafka garde tout', 'a', about),
        ...five.map((student) => asked('qui a inventé kafka', student, about)),
      ],
      wordsOf,
    );
    expect(groups.map(({ questions, students }) => [questions, students])).toEqual([
      [6, 5],
      [5, 5],
    ]);
    expect(groups[0]?.examples.map(({ text }) => text)).toEqual([
      'combien de temps kafka garde',
      'combien de temps kafka garde tout',
    ]);
  });

  it('joins small groups in their section, then in their document', () => {
    const differing = (nearest: (at: number) => Place) =>
      five.map((student, at) => asked(`question${at}`, student, nearest(at)));
    const inSection = groupUnanswered(
      differing(() => place('d', 'S')),
      wordsOf,
    );
    expect(inSection).toMatchObject([{ questions: 5, students: 5, nearest: { headings: ['S'] } }]);
    const inDocument = groupUnanswered(
      differing((at) => place('d', `S${at % 2}`)),
      wordsOf,
    );
    expect(inDocument).toMatchObject([
      { questions: 5, students: 5, nearest: { documentId: 'd', headings: [], start: 0 } },
    ]);
  });

  it('tells a small class where the course fails, as counts', () => {
    const groups = groupUnanswered(
      [asked('un', 'a', place('d', 'S')), asked('deux', 'b', place('d', 'T'))],
      wordsOf,
    );
    expect(groups).toMatchObject([
      { questions: 1, students: null, examples: [], nearest: { headings: ['S'] } },
      { questions: 1, students: null, examples: [], nearest: { headings: ['T'] } },
    ]);
  });

  it('shows no word of four students, however often they ask, and those of five', () => {
    const four = ['a', 'b', 'c', 'd', 'a', 'b'].map((student) =>
      asked('la même question', student),
    );
    expect(groupUnanswered(four, wordsOf)).toMatchObject([
      { questions: 6, students: null, examples: [] },
    ]);
    expect(groupUnanswered([...four, asked('la même question', 'e')], wordsOf)).toMatchObject([
      { questions: 7, students: 5, examples: [{ text: 'la même question', language: 'fr' }] },
    ]);
  });

  it('joins in its section what one student asked five times', () => {
    const often = Array.from({ length: 5 }, () => asked('encore la même', 'a'));
    const others = five.map((student) => asked(`autre${student}`, student));
    expect(groupUnanswered([...often, ...others], wordsOf)).toMatchObject([
      { questions: 10, students: 5 },
    ]);
  });

  it('does not count one student five times', () => {
    const groups = groupUnanswered(
      five.map((letter) => asked(`question ${letter}`, 'a')),
      wordsOf,
    );
    expect(groups).toMatchObject([{ questions: 5, students: null, examples: [] }]);
  });

  it('shows neither an address nor a number that leads to somebody', () => {
    const groups = groupUnanswered(
      five.map((student) =>
        asked('écrire à lea.martin@exemple.fr ou au 06 12 34 56 78 ?', student),
      ),
      wordsOf,
    );
    expect(groups[0]?.examples.map(({ text }) => text)).toEqual(['écrire à […] ou au […] ?']);
  });
});

const byText = (a: object, b: object): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
