import { stopWords } from '../../language/stop-words.ts';
import { foldAccents, tokenize } from '../../language/tokenize.ts';
import type { ConceptLexicon } from '../reading/concepts.ts';

/** Words that say something of their own: neither function words, nor notions, nor talk of answers and exams. */
export function ownWords(message: string, lexicon: Pick<ConceptLexicon, 'conceptsIn'>): number {
  return tokenize(message).filter((word) => {
    const folded = foldAccents(word);
    const isFunction = stopWords.fr.has(folded) || stopWords.en.has(folded);
    return folded.length > 2 && !isFunction && lexicon.conceptsIn(word).size === 0;
  }).length;
}
