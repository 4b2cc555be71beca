import type { Candidate } from './candidates.ts';

const lesson =
  /^(?:cette (?:lecon|page|partie|section)|ce (?:chapitre|cours|document|module)|this (?:lesson|chapter|course|document|page|section|module))\b/;
const itPresents =
  /^(?:elle|il|it) (?:compare|decrit|traite|presente|explique|definit|montre|donne|compares|describes|presents|explains|shows|covers)\b/;
const asksAbout =
  /\b(?:lecons?|cours|chapitres?|modules?|documents?|lessons?|chapters?|courses?)\b/;

/** True for a statement about the lesson itself ("Cette leçon …"), and for the "Elle compare …" that goes on from one. */
export function isAboutLesson({ folded, before }: Candidate): boolean {
  if (lesson.test(folded)) return true;
  return itPresents.test(folded) && (before === null || isAboutLesson(before));
}

/** Leaves out what is said about the lessons themselves, unless the question is about one. */
export function leaveOutLessons(
  candidates: readonly Candidate[],
  folded: string,
): readonly Candidate[] {
  if (asksAbout.test(folded)) return candidates;
  return candidates.filter((candidate) => !isAboutLesson(candidate));
}
