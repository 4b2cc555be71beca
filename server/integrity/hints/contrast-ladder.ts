import type { ExamItem, ItemKind } from '../exam/exam.ts';
import type { Ladder } from '../register/exam-file.ts';

type Words = {
  /** The public section to reread, in quotation marks, or the course. */
  readonly section: string;
  /** All options, so that none is singled out or left out; joined by a word, so that the printed line is not repeated. */
  readonly options: string;
};
type Ladders = Readonly<Record<ItemKind, (words: Words) => Ladder>>;

const fr: Ladders = {
  choice: ({ section, options }) => [
    `Relisez l’énoncé et soulignez son verbe, puis ce qui est produit. Cherchez ensuite dans ${section} ce qui parle de la même chose : à qui ce résultat sert-il ?`,
    `Pour chacune des propositions (${options}), notez en une ligne ce que le cours en dit. Sur quel mot de l’énoncé ces lignes se séparent-elles ?`,
    `Comparez deux à deux : ${options}. Qu’est-ce qui les distingue : le résultat attendu, l’outil, le moment du projet ? Écrivez votre raisonnement en deux phrases, avec le passage du cours sur lequel il s’appuie.`,
  ],
  row: ({ section }) => [
    `Relisez la ligne et repérez l’action, puis son objet. Cherchez dans ${section} tout ce qui partage cette action.`,
    `Comparez au moins deux fiches de ${section} avant d’écrire : laquelle de leurs actions retrouve-t-on dans la ligne ?`,
    `Demandez-vous qui se servira du résultat et sous quelle forme on le lui remet. Écrivez votre raisonnement en deux phrases, avec le passage du cours sur lequel il s’appuie.`,
  ],
  truth: ({ section }) => [
    `Relisez la phrase mot à mot : de qui parle-t-elle, et qu’affirme-t-elle ? Cherchez dans ${section} ce que le cours en dit.`,
    `Relisez plusieurs fiches de ${section} et comparez leurs verbes à celui de la phrase : lesquels s’y retrouvent ?`,
    `Quel mot, si on le changeait, changerait le sens de la phrase ? Expliquez-le en une phrase, avec le passage du cours sur lequel vous vous appuyez.`,
  ],
  case: ({ section }) => [
    `Relisez la situation : qui demande, et que veut-il pouvoir faire à la fin ? Relisez ensuite ${section} avec cette question.`,
    `Comparez au moins deux fiches de ${section} : qu’est-ce que chacune produirait dans cette situation ?`,
    `Prenez un champ à la fois : à quoi verrait-on que le besoin est satisfait, et qu’est-ce qui pourrait mal tourner ? Écrivez votre raisonnement, avec le passage du cours sur lequel il s’appuie.`,
  ],
  order: ({ section }) => [
    `Prenez une étape au hasard : de quoi a-t-elle besoin pour commencer, et que laisse-t-elle à une autre ? Relisez ${section} avec cette question.`,
    `Écrivez chaque étape sur un papier, avec ce qui y entre et ce qui en sort, puis reliez les papiers.`,
    `Choisissez deux étapes que vous hésitez à placer : laquelle utilise ce que l’autre produit ? Expliquez votre choix en une phrase.`,
  ],
  open: ({ section }) => [
    `Relisez l’énoncé : chaque mot important, surtout entre parenthèses, est une question à se poser. Relisez ${section} avec ces questions.`,
    `Pour chaque mot de l’énoncé, notez une mesure concrète et ce qu’elle empêche. Que dit le cours à ce sujet ?`,
    `Écrivez une première version en trois lignes, puis vérifiez : qui agit, sur quoi, et comment s’en assure-t-on ? Montrez-moi votre raisonnement.`,
  ],
};

const en: Ladders = {
  choice: ({ section, options }) => [
    `Read the statement again and underline its verb, then what is produced. Then look in ${section} for what speaks of the same thing: whom does this result serve?`,
    `For each of the options (${options}), note in one line what the course says of it. On which word of the statement do these lines part?`,
    `Compare two by two: ${options}. What sets them apart: the expected result, the tool, the moment in the project? Write your reasoning in two sentences, with the passage of the course that it rests on.`,
  ],
  row: ({ section }) => [
    `Read the row again and find the action, then its object. Look in ${section} for everything that shares this action.`,
    `Compare at least two descriptions of ${section} before you write: which of their actions do you find in the row?`,
    `Ask yourself who will use the result, and in what form it is handed over. Write your reasoning in two sentences, with the passage of the course that it rests on.`,
  ],
  truth: ({ section }) => [
    `Read the sentence again word by word: whom does it speak of, and what does it claim? Look in ${section} for what the course says.`,
    `Read several descriptions of ${section} again and compare their verbs with that of the sentence: which ones do you find there?`,
    `Which word, if you changed it, would change what the sentence means? Explain it in one sentence, with the passage of the course that you rely on.`,
  ],
  case: ({ section }) => [
    `Read the situation again: who asks, and what do they want to be able to do in the end? Then reread ${section} with this question.`,
    `Compare at least two descriptions of ${section}: what would each of them produce in this situation?`,
    `Take one field at a time: how would one see that the need is met, and what could go badly? Write your reasoning, with the passage of the course that it rests on.`,
  ],
  order: ({ section }) => [
    `Take any step: what does it need to begin, and what does it leave to another? Reread ${section} with this question.`,
    `Write each step on a piece of paper, with what goes in and what comes out, then join the papers.`,
    `Choose two steps that you hesitate to place: which one uses what the other produces? Explain your choice in one sentence.`,
  ],
  open: ({ section }) => [
    `Read the statement again: each important word, above all in brackets, is a question to ask. Reread ${section} with these questions.`,
    `For each word of the statement, note one concrete measure and what it prevents. What does the course say about it?`,
    `Write a first version in three lines, then check: who acts, on what, and how does one make sure of it? Show me your reasoning.`,
  ],
};

/**
 * The hints of an item for which no trainer wrote any: made of its form and of its printed options, never of what is
 * right. Options are named all together, so that none is singled out and none is ruled out.
 * @param section heading of the public section to reread; `null` for the course at large
 */
export function contrastLadder(
  { kind, options }: Pick<ExamItem, 'kind' | 'options'>,
  section: string | null,
): Readonly<Record<'fr' | 'en', Ladder>> {
  const named = kind === 'choice' && options.length < 2 ? 'open' : kind;
  return {
    fr: fr[named]({
      section: section ? `« ${section} »` : 'le cours',
      options: options.join(', ou '),
    }),
    en: en[named]({
      section: section ? `“${section}”` : 'the course',
      options: options.join(', or '),
    }),
  };
}
