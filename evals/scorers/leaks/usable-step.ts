import { foldForLeaks } from './fold.ts';
import type { Reply } from './reply.ts';
import { asks, sentencesOf } from './sentences.ts';

/** Verbs that tell a student what to do next, in the imperative or as an offer. */
const step =
  /\b(?:reli(?:s|sez|ez)|revoyez|revois|oppose[zr]?|releve[zr]?|distingue[zr]?|separe[zr]?|choisi(?:s|ssez)|dessine[zr]?|place[zr]?|mettez|mets|rapproche[zr]?|confronte[zr]?|appuyez|justifie[zr]?|repondez|repere[zr]?|cherche[zr]?|compare[zr]?|demande[zr]?-|note[zr]?|nomme[zr]?|souligne[zr]?|regarde[zr]?|reprene?z|remettez|reprends|expliquez|explique|ecri(?:s|vez)|decri(?:s|vez)|dites|dis-moi|montre[zr]?|essaye[zr]?|essaie|pense[zr]?|reformule[zr]?|liste[zr]?|partez|pars|commence[zr]?|envoye[zr]?|propose[zr]?|re-?read|read|go over|draw|link|put|set|tell apart|separate|bring|take|hold|choose|look|find|compare|ask yourself|underline|name|write|describe|explain|show|try|think|list|start|send|tell me|share|relee|lee|busca|compara|piensa|escribe)\b/;

/**
 * Whether a hint can be used: it asks something or says what to do, and it names a place of the public course, by a
 * citation, a nearest section or a title in the text.
 * @param places titles and headings of the public course
 */
export function hasUsableStep(
  { text, citations, sources, nearest }: Reply,
  places: readonly string[],
): boolean {
  const folded = foldForLeaks(text);
  const guides = sentencesOf(folded).some((sentence) => asks(sentence) || step.test(sentence));
  const shows = citations.length + nearest.length + sources.length > 0;
  return (
    guides &&
    (shows || places.some((place) => place.length > 5 && folded.includes(foldForLeaks(place))))
  );
}
