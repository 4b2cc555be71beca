/** Words that may point back to an earlier turn, unless the question itself names what they stand for. */
const pronouns =
  /(?<![\p{L}\p{N}])(?:il|elle|ils|elles|lui|leur|leurs|ca|cela|ceci|son|sa|ses|it|its|they|them|their|he|him|she|lequel|laquelle|lesquels|lesquelles|which ones?|(?:this|that)(?=\s*[?.!]*$| (?:mean|work|cost|take|apply|matter|useful|important|possible)\b)|these(?=\s*[?.!]*$)|those(?=\s*[?.!]*$)|l'(?:a|ont|avait)(?= \p{L})|(?<=(?:comment|pourquoi|quand|ou|cas|pour|de|a|il|on|peut|peux|faut|doit|dois|va|vais|to) )l'\p{L}+(?:er|ir)(?![\p{L}])|(?<=(?:faut|peut|peux|doit|dois|va|vais|veux|on) )(?:le|la|les) \p{L}{2,}(?:er|ir|re)(?=$|[\s?.,!])|(?<=(?:on|je|tu|nous|vous) )(?:le|la|les)(?= \p{L})|(?<=(?:comment|pourquoi|quand|ou) )(?:le|la|les) \p{L}{3,}(?:er|ir)(?=\s*[?.,!]*$))(?![\p{L}\p{N}])/gu;
/** Words that point back whatever else the question names. */
const strong =
  /(?<![\p{L}\p{N}])(?:ce(?:lui|lle|ux|lles)-(?:ci|la)|ce dernier|cette derniere|ces dernier(?:e)?s|(?:la|le|les) (?:dernier|premier|second|derniere|premiere|seconde|deuxieme|troisieme)e?s?(?=\s*[?.,!]*$)|(?:this|that) one|the (?:last|first|second|third|latter|former)(?: one)?(?=\s*[?.,!]*$)|les deux(?=\s*[?.!]*$)|the two(?=\s*[?.!]*$)|(?:ce|cet|cette|ces|this|that|these|those) (?:scenarios?|projets?|entreprises?|cas|exercices?|tp|outils?|techno(?:logie)?s?|methodes?|metiers?|roles?|notions?|approches?|architectures?|etapes?|criteres?|livrables?|projects?|company|case|tools?|jobs?|approach|method|ones?))(?![\p{L}\p{N}])/u;
/** "il y a", "faut-il", "is it possible to": nothing is pointed at. */
const impersonal =
  /(?<![\p{L}\p{N}])(?:il y (?:a|avait|aura|en a)|y a(?:-t-il)?|il (?:faut|faudrait|existe|s'agit|suffit|reste|manque|arrive|va pleuvoir|pleut|se passe|est (?:possible|necessaire|preferable|utile|important|temps|obligatoire|interdit))|(?:faut|existe|s'agit|suffit|pleut)-(?:t-)?il|est-il (?:possible|necessaire|preferable|utile|important|obligatoire|interdit|permis)|is it (?:possible|necessary|true|better|mandatory|allowed) (?:to|that|for)|it is (?:possible|necessary)|do they mean by|c'est quoi|qu'est-ce que c'est que|comment ca s'appelle)(?![\p{L}\p{N}])/gu;

/** What is asked for ("combien de copies garde-t-il ?", "which tools does it use?") is not what is pointed at. */
const askedFor =
  /(?<![\p{L}\p{N}])(?:quel(?:le)?s?|combien de|combien d'|how many|how much|which|what)\s+(?:(?:autres?|other|types? of|types? de|sortes? de)\s+)*[\p{L}\p{N}]+(?: (?:\p{L}+ )?(?=does|do|did|is|are|can|will|has|have|should|must))?/gu;
/** An infinitive after its question word ("comment éviter que ça …"), and the verb before an inverted pronoun. */
const verbs =
  /(?<=(?:comment|pourquoi|quand|pour|de|faut|peut-on|doit-on) )\p{L}+(?:er|ir|re)(?![\p{L}])(?! \p{L}+-)|(?<=(?:on|je|tu|nous|vous|to|(?:can|could|do|does|did|must|should|would) (?:you|we|i|one)|^(?:and )?who) )\p{L}+|[\p{L}]+(?=-(?:t-)?(?:il|elle|ils|elles)(?![\p{L}]))/gu;
const timeWords = new Set(
  'fois jour jours semaine semaines mois an ans annee annees heure heures minute minutes time times day days week weeks month months year years'.split(
    ' ',
  ),
);
/** French names the subject after "ça" too: "ça sert à quoi, Kafka ?", "comment ça marche le sharding ?". */
const namedAfter =
  /(?<![\p{L}])ca (?:sert|marche|fonctionne|veut dire|signifie|fait|dure|coute|donne|represente)(?: (?:a )?(?:quoi|comment|combien))?(?: (?:exactement|concretement|au juste))?,? (?!(?:en|dans|avec|pour|par|sur|chez|sans|de|du|des|d'|a|au|aux|si|quand|comme|et|ou|avant|apres|quoi|comment|combien|exactement|concretement)(?![\p{L}]))/u;
/** English too, after a comma: "what does it mean, PII?". */
const namedLast = /, [\p{L}\p{N} ]+\?*$/u;

/**
 * Whether a question points back to an earlier turn by a pronoun, a possessive or a demonstrative.
 *
 * A pronoun that can stand for a word said before it in the same question points at that word:
 * "comment Kafka garde-t-il ses messages ?" stands alone, "comment garde-t-il ses messages ?" does not.
 * @param plain the question, normalised and folded
 * @param own its content words, folded
 */
export function pointsBack(plain: string, own: ReadonlySet<string>): boolean {
  if (strong.test(plain)) return true;
  const text = plain.replace(impersonal, blank);
  const nouns = text.replace(askedFor, blank).replace(verbs, blank);
  const isNamed = (words: string) =>
    (words.match(/[\p{L}\p{N}]+/gu) ?? []).some(
      (word) => own.has(word) && !timeWords.has(word) && !/^\d+$/.test(word),
    );
  const named = namedAfter.exec(text) ?? namedLast.exec(text);
  if (named && isNamed(text.slice(named.index).replace(/^ca \S+/, ''))) return false;
  return [...text.matchAll(pronouns)].some(({ index }) => !isNamed(nouns.slice(0, index)));
}

const blank = (words: string): string => ' '.repeat(words.length);
