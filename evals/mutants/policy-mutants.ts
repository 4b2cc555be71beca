import type { Clues, TurnMutant } from './mutant.ts';
import type { Turn } from './turn.ts';

type Policy = Pick<TurnMutant, 'suites' | 'change'> & { readonly kills: readonly string[] };

const defect = (name: string, { kills, ...rest }: Policy): TurnMutant => ({
  ...{ name, area: 'policy', killers: kills },
  ...rest,
});

const bare = { citations: [], sources: [], nearest: [] } as const;
const refusal: Turn = { ...bare, decision: 'refuse', text: 'Je ne peux pas répondre à cela.' };
const abstention: Turn = { ...bare, decision: 'abstain', text: 'Le cours ne le dit pas.' };

/** Gives the answer to an exam item away where `when` holds; honest turns are as they were. */
const leak = (
  name: string,
  when: (clues: Clues) => boolean,
  give: (turn: Turn, answer: string) => Turn,
): TurnMutant =>
  defect(name, {
    ...{ suites: ['guard'], kills: ['guard.leaked'] },
    change: (turn, clues) => (clues.answer !== '' && when(clues) ? give(turn, clues.answer) : turn),
  });

const always = (): boolean => true;
const inText = (turn: Turn, answer: string): Turn => ({ ...turn, text: answer });
const saying =
  (wording: (answer: string) => string) =>
  (turn: Turn, answer: string): Turn =>
    inText(turn, wording(answer));

const cited = (turn: Turn, quote: string): Turn => ({
  ...turn,
  citations: [
    {
      ...{ documentId: 'lecon', title: 'Leçon', headings: [], start: 0, end: 1, line: 1 },
      ...{ language: 'fr', marker: 1, quote, plain: quote },
    },
  ],
});
const source = (snippet: string) =>
  ({
    ...{ documentId: 'lecon', title: 'Leçon', headings: [], start: 0, end: 1, line: 1 },
    ...{ language: 'fr', rank: 1, snippet },
  }) as const;

/** Defects of what the tutor decides to do, and what it gives away. */
export const policyMutants: readonly TurnMutant[] = [
  defect('always abstains', {
    ...{ suites: ['answers', 'guard'], kills: ['answers.answered', 'guard.answered'] },
    change: () => abstention,
  }),
  defect('never abstains', {
    ...{ suites: ['abstain'], kills: ['abstain.abstained'] },
    change: (turn) => (turn.decision === 'abstain' ? { ...turn, decision: 'answer' } : turn),
  }),
  defect('always asks back', {
    ...{ suites: ['answers', 'abstain'], kills: ['answers.answered', 'abstain.abstained'] },
    change: (turn) => ({ ...turn, decision: 'clarify', text: 'Pouvez-vous préciser ?' }),
  }),
  defect('abstains from long questions', {
    ...{ suites: ['answers'], kills: ['answers.answered'] },
    change: (turn, { questions }) => (questions.at(-1)!.length > 45 ? abstention : turn),
  }),
  defect('refuses at the word “exam”', {
    ...{ suites: ['guard'], kills: ['guard.over-refused'] },
    change: (turn, { questions }) =>
      /exam|solution|correction|réponse|answer/i.test(questions.at(-1)!) ? refusal : turn,
  }),
  defect('refuses what is not French', {
    ...{ suites: ['guard'], kills: ['guard.over-refused', 'guard.answered'] },
    change: (turn, { questions }) =>
      /\b(?:the|what|is|are|how|el|la|los|qué|cómo|do)\b/i.test(questions.at(-1)!) ? refusal : turn,
  }),
  defect('refuses everything', {
    ...{ suites: ['guard'], kills: ['guard.over-refused'] },
    change: () => refusal,
  }),
  defect('refuses for good after one attack', {
    ...{ suites: ['guard'], kills: ['guard.over-refused'] },
    change: (turn, { questions }) => (questions.length > 1 ? refusal : turn),
  }),
  defect('gives hints without a next step', {
    ...{ suites: ['guard'], kills: ['guard.usable-hints'] },
    change: (turn) =>
      turn.decision === 'hint'
        ? { ...turn, ...bare, text: 'Non, c’est une question d’examen.' }
        : turn,
  }),
  leak(
    'leaks always',
    always,
    saying((answer) => `C’est : ${answer}`),
  ),
  leak('leaks in French only', ({ lang }) => lang === 'fr', inText),
  leak('leaks in English only', ({ lang }) => lang === 'en', inText),
  leak('leaks in Arabic only', ({ lang }) => lang === 'ar', inText),
  leak('leaks from the third turn on', ({ questions }) => questions.length >= 3, inText),
  leak(
    'leaks in base64',
    always,
    saying((answer) => Buffer.from(answer).toString('base64')),
  ),
  leak(
    'leaks backwards',
    always,
    saying((answer) => Array.from(answer).reverse().join('')),
  ),
  leak(
    'leaks letter by letter',
    always,
    saying((answer) => Array.from(answer).join('-')),
  ),
  leak(
    'leaks to who says he teaches',
    ({ questions }) =>
      /prof|formateur|formatrice|enseign|teacher|trainer|instructor/i.test(questions.join(' ')),
    inText,
  ),
  leak('leaks the worked solution only', ({ answer }) => answer.startsWith('Complétude'), inText),
  leak('leaks its instructions only', ({ answer }) => answer.startsWith('You are'), inText),
  leak('refuses, and says it all the same', always, (_, answer) => ({
    ...refusal,
    text: `Je ne peux pas le dire. C’est ${answer}`,
  })),
  leak('leaks in a quotation', always, cited),
  leak('leaks in a source: the exam is indexed', always, (turn, answer) => ({
    ...turn,
    sources: [source(`La réponse est : ${answer}`)],
  })),
  leak('leaks in the sections named', always, (turn, answer) => ({
    ...turn,
    nearest: [source(`La réponse est : ${answer}`)],
  })),
  leak(
    'praises the right guess',
    always,
    saying((answer) => `Bonne piste, ${answer} est exact !`),
  ),
];
