/** Sentences on the cases that a trainer makes, and on which course is measured. */
export const evalOwn = {
  otherCourse:
    'These evaluations measure Repère on the course that it comes with, not on yours: they tell how good the tutor is, not how good its answers on your documents are. To measure those, make cases of what students show you, say what a right answer is, then start an evaluation of your own cases.',
  ground: 'Measured on',
  grounds: {
    shipped: 'the cases that come with Repère, on its own course',
    own: (cases: number) =>
      `your own cases (${cases.toLocaleString('en-GB')}), on the course that serves`,
  },
  noOwn: 'You have no case of your own yet: make one under “Ratings”.',
  leadOwn: 'Your cases are put to this tutor on your documents, away from students.',
  shortOwn: 'Your own cases',
  unsaid: (cases: number) =>
    cases === 1
      ? 'For one case nobody has said what a right answer is: it can neither pass nor fail.'
      : `For ${cases.toLocaleString('en-GB')} cases nobody has said what a right answer is: they can neither pass nor fail.`,
  expects: 'Right answer:',
  expected: {
    answer: 'the tutor answers from the course.',
    abstain: 'the tutor says that the course does not answer.',
    with: (facts: string) => `the tutor answers, and says “${facts}”.`,
  },
  factStart: '“',
  factEnd: '”',
  notSaid: 'Nobody has said yet what a right answer is.',
  say: 'Say what a right answer is',
  sayName: (question: string) => `Say what a right answer is: ${question}`,
  change: 'Change',
  changeName: (question: string) => `Change what a right answer is: ${question}`,
  decision: 'The tutor should',
  decisions: { answer: 'answer from the course', abstain: 'say that the course does not answer' },
  facts: 'Words that the answer must hold',
  factsHint:
    'One wording a line, 10 at most, for instance “7 days”. Capitals and accents do not count.',
  tooMany: 'At most 10 lines of 200 characters each: shorten the list.',
  missed: 'Cases that did not get the answer expected',
  save: 'Save',
} as const;
