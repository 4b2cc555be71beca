import { foldAccents } from '../language/tokenize.ts';

/**
 * Words by which feedback would turn into a mark, in French and English. Method names of the field ("scoring", "score
 * de fraude") are no marks, but our own sentences do without them too.
 */
const marks =
  /\b(?:notes?|notation|noter|noté[es]*|bareme|\d{1,3} ?\/ ?(?:5|10|20|100)|\d{1,3} ?(?:points?|pts)|points? sur|sur 20|sur vingt|mention (?:bien|tres bien|assez bien|passable)|moyenne de classe|niveau|niveaux|rang|classement|grades?|graded|grading|marks?|marked|scores?|scored|levels?|ranks?|ranked|ranking|rating|percentile|out of (?:10|20|100)|pass mark|a\+|b\+)(?![\p{L}\p{N}])/u;

/** Whether a sentence of feedback speaks of a mark, a score, a grade, a level or a rank. */
export function mentionsMark(text: string): boolean {
  return marks.test(foldAccents(text.normalize('NFC').toLowerCase()));
}
