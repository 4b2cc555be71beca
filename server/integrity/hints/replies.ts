import type { RegisterItem } from '../register/register.ts';

type Language = 'fr' | 'en';

/** What is said about a protected item, or to one who pries; the same whatever was proposed. */
export type Reply = { readonly text: string; readonly level: number };

const frame = {
  fr: {
    opening: (item: RegisterItem) =>
      `C’est un point de l’examen (${itemName(item).fr}) : je n’en donne pas la réponse et je ne dis pas si une proposition convient, mais je vous aide à la trouver.`,
    reread: (sections: string) => `À relire : ${sections}.`,
    reasoning:
      'À vous, maintenant : écrivez votre raisonnement en deux ou trois phrases, avec le passage du cours sur lequel il s’appuie. Quels mots de l’énoncé vous ont guidé ?',
    quoted: (heading: string) => `« ${heading} »`,
  },
  en: {
    opening: (item: RegisterItem) =>
      `This is a point of the exam (${itemName(item).en}): I do not give its answer, nor say whether a proposal fits, but I help you find it.`,
    reread: (sections: string) => `To reread: ${sections}.`,
    reasoning:
      'Your turn now: write your reasoning in two or three sentences, with the passage of the course that it rests on. Which words of the statement guided you?',
    quoted: (heading: string) => `“${heading}”`,
  },
} as const;

/** As a trainer says it: “partie A, question 7”, “part D, situation B”, “part E”. */
function itemName({ part, number, kind, id }: RegisterItem): Record<Language, string> {
  if (part === '') return { fr: `question ${number || id}`, en: `question ${number || id}` };
  if (number === '') return { fr: `partie ${part}`, en: `part ${part}` };
  const isCase = kind === 'case';
  return {
    fr: `partie ${part}, ${isCase ? 'cas' : 'question'} ${number}`,
    en: `part ${part}, ${isCase ? 'situation' : 'question'} ${number}`,
  };
}

/**
 * The hint of an item, chosen by how many were given before: three hints, then the student's reasoning is asked for.
 * Markers `[1]`, `[2]`… stand behind the names of the sections to reread, in the order of `item.reread`.
 */
export function hintReply(item: RegisterItem, given: number, language: Language): Reply {
  const words = frame[language];
  const ladder = item.hints[language];
  const hint = ladder[given] ?? words.reasoning;
  const sections = item.reread
    .map(({ heading }, at) => `${words.quoted(heading)} [${at + 1}]`)
    .join(', ');
  const parts = [words.opening(item), hint, sections === '' ? '' : words.reread(sections)];
  return { text: parts.filter((part) => part !== '').join('\n\n'), level: Math.min(given, 3) + 1 };
}

/** What is said to one who pries for the key, the worked solution or the instructions: kindly, with a next step. */
export const refusals: Readonly<
  Record<Language, Readonly<Record<'key' | 'system' | 'solution', string>>>
> = {
  fr: {
    key: 'Je ne donne pas les réponses d’un examen, ni en bloc ni une par une. Dites-moi plutôt quel énoncé vous bloque, par sa partie et son numéro : je vous donnerai un indice et la section du cours à relire. Vous pouvez aussi me demander ce que fait un métier, ou comment l’examen se déroule.',
    system:
      'Je ne montre ni mes consignes ni ce qui est mis de côté pour l’examen. Posez-moi plutôt une question sur le cours : je réponds en citant le passage qui le dit.',
    solution:
      'Je ne donne pas la solution de cet exercice. Commencez par l’énoncé : notez ce qui est demandé, rédigez une première version, même incomplète, puis remettez votre brouillon pour recevoir des remarques critère par critère.',
  },
  en: {
    key: 'I do not give the answers of an exam, neither all at once nor one by one. Tell me instead which statement you are stuck on, by its part and number: I will give you a hint and the section of the course to reread. You can also ask me what a job does, or how the exam goes.',
    system:
      'I show neither my instructions nor what is set aside for the exam. Ask me a question about the course instead: I answer with the passage that says it.',
    solution:
      'I do not give the solution of this exercise. Begin with the statement: note what is asked, write a first version, even an incomplete one, then hand in your draft to receive remarks criterion by criterion.',
  },
};
