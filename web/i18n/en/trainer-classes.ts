/** Sentences of the trainer's classes. */
export const trainerClasses = {
  lead: 'Students enter with the code of their class and a pseudonym: no name, no e-mail address.',
  newTitle: 'A new class',
  name: 'Name of the class',
  nameHint: 'For example “Data Engineer, spring 2027”. Students see it.',
  expires: 'Last day of the code (optional)',
  expiresHint: 'After it nobody new comes in; students who have entered stay.',
  create: 'Make the class',
  nameMissing: 'Give the class a name.',
  dayPast: 'This day is over. Choose a later one, or leave it empty.',
  caption: 'Classes',
  empty: 'There is no class. Make one: its code lets your students in.',
  column: {
    name: 'Class',
    students: 'Students',
    code: 'Entry',
    created: 'Made on',
    actions: 'Actions',
  },
  open: 'Open: entered without a code from this page',
  openLocal: 'Without a code',
  byCode: 'With a code',
  byCodeUntil: (day: string) => `With a code, until ${day}`,
  codeOver: (day: string) => `The code ended on ${day}`,
  codeTitle: (name: string) => `Code of “${name}”`,
  codeLead: 'Give it to your students: they type it on the first page.',
  newCode: 'New code',
  newCodeName: (name: string) => `New code: ${name}`,
  newCodeTitle: (name: string) => `A new code for “${name}”?`,
  newCodeLead: 'The present code ends at once. Students who have entered stay.',
  newCodeDo: 'Make a new code',
  change: 'Change',
  changeName: (name: string) => `Change: ${name}`,
  changeTitle: (name: string) => `Change “${name}”`,
  openLabel: 'Let anybody in without a code',
  openHint: 'For one machine or one room: whoever can reach this server can then enter this class.',
  save: 'Save',
  delete: 'Delete',
  deleteName: (name: string) => `Delete: ${name}`,
  deleteTitle: (name: string) => `Delete “${name}”?`,
  deleteLead: (students: number) =>
    students === 0
      ? 'No student has entered it. Its code ends.'
      : students === 1
        ? 'The conversations and drafts of its student are deleted with it, for good. They can be exported beforehand by the student only.'
        : `The conversations and drafts of its ${students.toLocaleString('en-GB')} students are deleted with it, for good. They can be exported beforehand by the students only.`,
  deleteDo: 'Delete the class',
} as const;
