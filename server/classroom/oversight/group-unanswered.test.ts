import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Place } from '../../contract/course.ts';
import { fewestStudents } from '../../contract/oversight.ts';
import { groupUnanswered, partUnanswered, type Unanswered } from './group-unanswered.ts';

const termsOf = (text: string): ReadonlyMap<string, number> =>
  new Map(
    text
      .toLowerCase()
      .split(/\s+/)
      .map((word) => [word, 1]),
  );

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

describe('groupUnanswered', () => {
  it('shows no word of fewer than five students, and counts every question once', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestions, async (questions) => {
        const parts = await partUnanswered(questions, termsOf);
        expect(new Set(parts.flat())).toEqual(new Set(questions));
        expect(parts.flat()).toHaveLength(questions.length);
        const groups = await groupUnanswered(questions, termsOf);
        expect(groups.reduce((sum, group) => sum + group.questions, 0)).toBe(questions.length);
        for (const group of groups) {
          if (group.students === null) expect(group.examples).toEqual([]);
          else expect(group.students).toBeGreaterThanOrEqual(fewestStudents);
          // Whatever is shown was asked in a group of five students or more.
          for (const { text } of group.examples) {
            const own = parts.find((part) => part.some(({ question }) => question === text))!;
            expect(new Set(own.map(({ student }) => student)).size).toBe(group.students);
          }
        }
      }),
    );
  });

  it('says the same of a small group whatever its students wrote', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestions, async (questions) => {
        const few = questions.filter(({ student }) => student < 's5'); // four students
        const other = few.map((one) => ({ ...one, question: `tout autre chose ${one.askedOn}` }));
        const groups = await groupUnanswered(few, termsOf);
        expect(JSON.stringify(groups)).not.toMatch(/kafka|spark|café/);
        expect(groups).toEqual(await groupUnanswered(other, termsOf));
      }),
    );
  });

  it('depends on neither the order nor the time of the questions of a day', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestions, async (questions) => {
        const told = (await groupUnanswered(questions, termsOf)).toSorted(byText);
        const turned = (await groupUnanswered(questions.toReversed(), termsOf)).toSorted(byText);
        expect(turned).toEqual(told);
      }),
    );
  });

  it('keeps five students together who ask the same near different sections', async () => {
    const groups = await groupUnanswered(
      [
        ...five.map((student, at) =>
          asked(`kafka rétention ${student}`, student, place(`d${at}`, 'S')),
        ),
        asked('autre chose', 'z', place('d1', 'S')),
      ],
      termsOf,
    );
    expect(groups).toMatchObject([
      { questions: 5, students: 5 },
      { questions: 1, students: null, nearest: { documentId: 'd1' } },
    ]);
  });

  it('names the section that comes nearest most often, or else the document', async () => {
    const near = async (...places: readonly Place[]) => {
      const questions = places.map((one, at) => asked('la même question', `s${at}`, one));
      const [group] = await groupUnanswered(questions, termsOf);
      return group?.nearest;
    };
    const [a, b, c] = ['A', 'B', 'C'].map((heading) => place('d', heading)) as [
      Place,
      Place,
      Place,
    ];
    const other = place('e', 'A');
    expect(await near(a, a, a, b, other)).toEqual(a);
    expect(await near(a, a, b, c, other)).toMatchObject({
      documentId: 'd',
      headings: [],
      start: 0,
    });
  });

  it('keeps what is alike together, most asked first', async () => {
    const about = place('kafka', 'Rétention');
    const groups = await groupUnanswered(
      [
        ...five.map((student) => asked('combien de temps kafka garde', student, about)),
        asked('combien de temps kafka garde tout', 'a', about),
        ...five.map((student) => asked('qui a inventé cela', student, about)),
      ],
      termsOf,
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

  it('joins small groups in their section, then in their document', async () => {
    const differing = (nearest: (at: number) => Place) =>
      five.map((student, at) => asked(`question${at}`, student, nearest(at)));
    const inSection = await groupUnanswered(
      differing(() => place('d', 'S')),
      termsOf,
    );
    expect(inSection).toMatchObject([{ questions: 5, students: 5, nearest: { headings: ['S'] } }]);
    const inDocument = await groupUnanswered(
      differing((at) => place('d', `S${at % 3}`)),
      termsOf,
    );
    expect(inDocument).toMatchObject([
      { questions: 5, students: 5, nearest: { documentId: 'd', headings: [], start: 0 } },
    ]);
  });

  it('tells a small class where the course fails, as counts', async () => {
    const groups = await groupUnanswered(
      [asked('un', 'a', place('d', 'S')), asked('deux', 'b', place('d', 'T'))],
      termsOf,
    );
    expect(groups).toMatchObject([
      { questions: 1, students: null, examples: [], nearest: { headings: ['S'] } },
      { questions: 1, students: null, examples: [], nearest: { headings: ['T'] } },
    ]);
  });

  it('shows no word of four students, however often they ask, and those of five', async () => {
    const four = ['a', 'b', 'c', 'd', 'a', 'b'].map((student) =>
      asked('la même question', student),
    );
    expect(await groupUnanswered(four, termsOf)).toMatchObject([
      { questions: 6, students: null, examples: [] },
    ]);
    expect(await groupUnanswered([...four, asked('la même question', 'e')], termsOf)).toMatchObject(
      [{ questions: 7, students: 5, examples: [{ text: 'la même question', language: 'fr' }] }],
    );
  });

  it('joins in its section what one student asked five times', async () => {
    const often = Array.from({ length: 5 }, () => asked('encore la même', 'a'));
    const others = five.map((student) => asked(`autre${student}`, student));
    expect(await groupUnanswered([...often, ...others], termsOf)).toMatchObject([
      { questions: 10, students: 5 },
    ]);
  });

  it('does not count one student five times', async () => {
    const groups = await groupUnanswered(
      five.map((letter) => asked(`question ${letter}`, 'a')),
      termsOf,
    );
    expect(groups).toMatchObject([{ questions: 5, students: null, examples: [] }]);
  });

  it('shows neither an address nor a number that leads to somebody', async () => {
    const groups = await groupUnanswered(
      five.map((student) =>
        asked('écrire à lea.martin@exemple.fr ou au 06 12 34 56 78 ?', student),
      ),
      termsOf,
    );
    expect(groups[0]?.examples.map(({ text }) => text)).toEqual(['écrire à […] ou au […] ?']);
  });
});

const byText = (a: object, b: object): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
