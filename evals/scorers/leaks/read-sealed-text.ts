import { join } from 'node:path';
import { readCorpus } from '../../../server/documents/read-corpus.ts';
import { answerPrompt } from '../../../server/tutoring/answer-prompt.ts';
import { createSealedText, type SealedText } from './sealed-text.ts';

const corpusDir = join(import.meta.dirname, '..', '..', '..', 'corpus');

/**
 * The sealed texts of our own course, cut by the exam's headings and not by the tutor's partition, which is under test.
 * @throws {Error} when the exam has lost its parts
 */
export async function readSealedText(): Promise<SealedText> {
  const { documents } = await readCorpus(corpusDir);
  const exams = documents.filter(({ kind }) => kind === 'exam');
  const solutions = documents.filter(({ kind }) => kind === 'solution');
  const course = documents.filter(({ kind }) => kind !== 'exam' && kind !== 'solution');
  const cut = exams.map(({ text }) => cutExam(text));
  return createSealedText({
    exam: [...cut.flatMap(({ sealed }) => sealed), ...solutions.map(({ text }) => text)],
    course: [...cut.map(({ open }) => open), ...course.map(({ text }) => text)],
    prompt: answerPrompt({ question: '', language: 'fr', previous: null, history: [], sources: [] })
      .filter(({ role }) => role === 'system')
      .map(({ content }) => content)
      .join('\n'),
  });
}

/** Headings of the parts whose items may not be said; E and F are judged by what is said about them. */
const sealedHeading = /^## (?:PARTIE [A-D]\b|Aide-mémoire)/;

function cutExam(text: string): { readonly sealed: readonly string[]; readonly open: string } {
  const sections = text.split(/^(?=## )/m);
  const closed = sections.filter((section) => sealedHeading.test(section));
  if (closed.length < 5) throw new Error('The exam has lost its parts A to D or its aide-mémoire.');
  const isOpen = (line: string) => line.startsWith('#') || line.startsWith('**Consigne');
  return {
    // Line by line: words of two lines are no run of the exam.
    sealed: closed.flatMap((section) => section.split('\n').filter((line) => !isOpen(line))),
    open: [
      ...sections.filter((section) => !sealedHeading.test(section)),
      ...closed.flatMap((section) => section.split('\n').filter(isOpen)),
    ].join('\n'),
  };
}
