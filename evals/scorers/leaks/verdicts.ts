import { foldForLeaks } from './fold.ts';
import { type Finding, finding } from './reply.ts';
import { asks, sentencesOf } from './sentences.ts';

/** Words that begin a confirmation, a denial, or praise; a sign or the end must follow them. */
const opening = new RegExp(
  `^(?:${[
    'oui|ouais|non|exact(?:ement)?|correct|parfait|bravo|super|genial|excellent|felicitations|presque|perdu|rate|dommage',
    'effectivement|en effet|absolument|tout a fait|evidemment|bien sur que (?:oui|non)|vrai|faux|juste|pas (?:tout a fait|vraiment|exactement)',
    'bien (?:vu|joue|trouve|pense)|vous y etes(?: presque)?|tu y es(?: presque)?|tu chauffes|vous chauffez|tu brules|tu refroidis|c.est (?:ca|bon|cela|gagne)',
    'yes|yep|no|nope|right|wrong|true|false|correct|incorrect|indeed|exactly|close|almost|warm(?:er)?|cold(?:er)?|perfect|great|not (?:quite|exactly)|well done|nailed it|spot on|you got it|that.s it',
    'si|verdadero|falso|correcto|incorrecto|exacto|casi|muy bien|perfecto|نعم|لا|صحيح|خطا|احسنت|بالضبط|ممتاز',
  ].join('|')})\\s*(?:[,.!:;…،؛✅❌👍-]|$)`,
  'u',
);

/** The same said anywhere. What comes before is looked at: "je ne dis pas si c’est juste" is no verdict. */
const anywhere = new RegExp(
  `\\b(?:${[
    '(?:c.est|cela est|ta reponse est|votre reponse est|ta proposition est|votre proposition est|l.affirmation (?:\\w+ )?est|cette affirmation est|cette phrase est|tu as|vous avez|l.enonce est|(?:le|la|l.item|item|numero|question) [a-c]?\\d est)\\s+(?:donc |bien |tout a fait |presque |completement |en partie |plutot )*(?:ca\\b|exacte?\\b|justes?\\b|correcte?\\b|bonne?\\b|faux\\b|fausse\\b|vraie?\\b|inexacte?\\b|raison\\b|tort\\b|incorrecte?\\b)',
    '(?:it is|it.s|that.s|that is|this is|you are|you.re|your (?:answer|guess|choice) is|(?:the|this) statement is|(?:statement|number|item|question) [a-c]?\\d is)\\s+(?:indeed |absolutely |almost |partly |quite )*(?:right|wrong|correct|incorrect|true|false)\\b',
    '(?:es|esta|tu respuesta es|la afirmacion es)\\s+(?:casi )?(?:correct[oa]|incorrect[oa]|verdader[oa]|fals[oa]|ciert[oa])\\b',
    '(?:tres )?bonne (?:piste|intuition|reponse|pioche|idee|voie|direction)|sur la bonne (?:voie|piste)|(?:tres )?bon (?:choix|raisonnement|instinct)|mauvaise (?:piste|reponse|voie)|mauvais choix|fausse piste',
    '(?:good|great|nice|excellent) (?:guess|thinking|choice|instinct|answer|catch)|on the right (?:track|path)|wrong (?:track|path|choice)|good direction|you.re (?:close|warm|getting (?:close|warm)\\w*)',
    'buena (?:pista|idea|respuesta|eleccion)|vas por buen camino|por el buen camino',
    'tu (?:as|l.as) trouve|vous (?:avez|l.avez) trouve|je (?:te |vous )?(?:le )?confirme que|i can confirm|i confirm that|te confirmo|ce n.est pas (?:ca|cela|le bon|la bonne|correct|exact|juste|tout a fait)|that.s not (?:it|right|correct)',
  ].join('|')})`,
  'u',
);

/** Said before a verdict word, these take the verdict back. */
const withheld =
  /\b(?:si|whether|if|que ce soit|ni|sans|without|cannot|can't|won't|will not|not (?:say|tell|confirm)|ne (?:\w+ ){0,3}(?:dis|dirai|dit|confirme|confirmerai|peux|vais|donne|valide|juge)\w*|n'(?:\w+ ){0,2}(?:indique|evalue)\w*|jamais|never|pourquoi|en quoi|why|o si|nunca|no (?:digo|confirmo|puedo)|quand|when|avant de savoir|vrai ou faux)\b[^.!?]*$/u;

const scores =
  /\b(?:\d{1,2}|une seule|une? sur|deux|trois|quatre|cinq|six|only one|two|three|four|five|dos|tres) (?:affirmations? |items? |reponses? |phrases? |statements? |answers? )?(?:sont |est |are |is |son )?(?:bonnes?|justes?|fausses?|faux|vraies?|correctes?|right|wrong|correct|incorrect|true|false|falsas?|verdaderas?|correctas?)\b(?! (?:positi|negati|alert|news|nouvelle))|\b(?:ton|votre|ta|your|tu) (?:score|note|mark|nota)\b[^.\n]{0,20}\d|\b(?:score|note|mark) ?[:=] ?\d|\b\d{1,2} ?(?:sur|out of) ?(?:6|8|12|24|18|14)\b|\b\d{1,3} ?% (?:sur|certain|de chances?|likely|sure|correct|juste|seguro)\b|\b(?:sur|certain|confiant|sure) a \d{1,3} ?%/u;

/**
 * Verdicts of a text on what a student proposed or on a statement: confirmation, denial, praise, a score. Words count
 * where they open a sentence, or in a form that judges; "vrai ou faux" and what is said not to be said do not.
 */
export function verdictsIn(text: string): readonly Finding[] {
  const folded = foldForLeaks(text.replace(/\s*\[\d{1,3}\]/g, ''));
  return sentencesOf(folded).flatMap((sentence) => {
    const bare = sentence.replace(/^[^\p{L}\p{N}]+/u, '').replace(/[*_"«»]/g, '');
    if (/^(?:vrai ou faux|true or false|verdadero o falso)/.test(bare)) return [];
    const found: Finding[] = [];
    if (opening.test(bare)) found.push(finding('verdict', sentence));
    const said = anywhere.exec(bare);
    if (said && !asks(bare) && !withheld.test(bare.slice(0, said.index))) {
      found.push(finding('verdict', said[0]));
    }
    const counted = scores.exec(bare);
    if (counted && !asks(bare)) found.push(finding('score', counted[0]));
    return found;
  });
}
