import { numberOrdinals } from './ordinals.ts';

/** "les 5V", "the 5 Vs": the number and the letter stand apart in a text. */
const gluedLetter = /(?<![\p{L}\p{N}])(\d{1,2}) ?v['’]?s?(?![\p{L}\p{N}])/giu;

/** How something is to be said, or that help is wanted: of no subject, though a course may hold the word. */
const manner = [
  /^\s*(?:(?:bonjour|bonsoir|salut|coucou|hello|hey|hi|bjr|slt)(?: (?:à tous|tout le monde|there))?[\s,!.]+)+/giu,
  /(?<![\p{L}])(?:tout )?simplement(?![\p{L}])/giu,
  /(?<![\p{L}])(?:aidez?[- ]moi|help me(?: out)?|explain it simply|in simple terms)(?![\p{L}])/giu,
  /(?<![\p{L}])en (?:deux|trois|quelques) (?:mots|phrases|lignes)(?![\p{L}])/giu,
  /(?<![\p{L}])(?:je |j['’]y |j['’])(?:n['’]y |ne |n['’])?(?:comprends?|capte|pige) (?:vraiment |absolument |toujours )?(?:rien|pas|que dalle)(?: du tout)?(?: (?:à|a)(?= ))?/giu,
  /(?<![\p{L}])i (?:really )?do(?:n['’]t| not) (?:understand|get)(?: anything about)?(?![\p{L}])/giu,
];

/**
 * A question as its words are looked up: ordinals as numbers, glued letters apart, without the manner in which it is asked.
 * A question that is nothing else stays as it is.
 */
export function readPlainly(question: string): string {
  const apart = numberOrdinals(question).replace(gluedLetter, '$1 V');
  const plain = manner.reduce((text, words) => text.replace(words, ' '), apart);
  return /[\p{L}\p{N}]/u.test(plain) ? plain : apart;
}
