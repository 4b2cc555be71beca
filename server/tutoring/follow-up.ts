import type { Analyzer } from '../language/analyzer.ts';
import { foldAccents, normalizeText } from '../language/tokenize.ts';
import type { Link } from './answer-prompt.ts';

/** What a question leans on: the earlier question and how; `null` when it stands alone. */
export type Leaning = { readonly question: string; readonly link: Link } | null;

/** Openings that carry on: "et en streaming ?", "what about Kappa?". */
const opening =
  /^(?:(?:ok|d'accord|oui|merci|super|ah)[\s,.!]+)?(?:et|mais|alors|donc|par contre|and|but|so|what about|how about|same for|idem|pareil|aussi|also)(?=$|[\s,?])/;

/** Words that point back. Impersonal uses are taken out first. */
const pointing =
  /(?:^|[\s'-])(?:il|elle|ils|elles|lui|leur|leurs|ca|cela|ceci|celui-ci|celle-ci|celui-la|celle-la|ceux-ci|celles-ci|ce dernier|cette derniere|ces derniers|son|sa|ses|it|its|they|them|their|this one|that one|these|those|he|him|she)(?=$|[\s'?.,!-])/;
const impersonal =
  /\b(?:il y (?:a|avait|aura|en a)|y a(?:-t-il)?|il (?:faut|existe|s'agit|est (?:possible|necessaire|preferable|utile|important|temps))|(?:faut|existe|s'agit|suffit)-?(?:t-)?il|combien y|est-ce que c'est|is it (?:possible|necessary|true|better)|it is (?:possible|necessary)|there (?:is|are)|c'est quoi|qu'est-ce que c'est que|comment ca s'appelle)\b/g;
/** "comment l'éviter", "faut le dire", "laquelle", "la dernière": a pronoun before a verb, or one of several. */
const pronoun =
  /\b(?:l'[a-z]+(?:er|ir|re)|(?:le|la|les|lui|leur) (?:faire|dire|[a-z]{3,}(?:er|ir))|laquelle|lequel|lesquel(?:le)?s|(?:la|le|les) (?:dernier|premier|second|derniere|premiere|seconde|deuxieme|troisieme)e?s?|which one|the (?:last|first|second|third|latter|former)(?: one)?)(?=$|[\s?.,!])/;
/** "ce scénario", "cette entreprise", "this project": a general noun made particular by an earlier turn. */
const demonstrative =
  /(?:^|\s)(?:ce|cet|cette|ces|this|that|these|those)\s+(?:scenarios?|projets?|entreprises?|cas|exercices?|tp|outils?|techno(?:logie)?s?|methodes?|metiers?|roles?|notions?|approches?|architectures?|donnees|etapes?|criteres?|livrables?|projects?|company|case|tools?|jobs?|approach|method|one|ones)\b/;

/** Words that ask for something about a subject and name none, as folded words. */
const bare = new Set(
  `exemple exemples explique expliquer explication expliquez detail details detaille detailler precise preciser precision
  resume resumer resumez simple simplement simplifie mieux autrement reformule reformuler developpe developper continue
  suite donne donner donnez moi cite citer dis dire quoi pourquoi comment quand ou combien lequel laquelle lesquels
  lesquelles example examples explain detail details more simpler again summarize summary elaborate continue why how when
  where which give another autre autres sert servir utilite utile besoin question reponse comprends comprend compris sais
  clair clairement plus avantage avantages inconvenient inconvenients limite limites difference differences etape etapes
  role roles outil outils advantage advantages drawback drawbacks limit limits step steps tool tools useful purpose`.split(
    /\s+/,
  ),
);

/** Longest question, in content words, that still counts as carried on by its opening word alone. */
const shortFollowUp = 5;

/**
 * Decides whether a question leans on the one before it.
 *
 * `subject`: it asks something more of the same subject ("et ses limites ?", "donne un exemple", "pourquoi ?");
 * `form`: it asks the same of another subject ("et en streaming ?", "et pour le projet 8 ?").
 */
export function leanOn(question: string, previous: string | null, analyzer: Analyzer): Leaning {
  if (previous === null) return null;
  const link = linkOf(question, analyzer);
  return link && { question: previous, link };
}

/** True when the question names no subject of its own and needs an earlier turn. */
export function needsContext(question: string, analyzer: Analyzer): boolean {
  return linkOf(question, analyzer) === 'subject' && ownWords(question, analyzer).length === 0;
}

function linkOf(question: string, analyzer: Analyzer): Link | null {
  const plain = foldAccents(normalizeText(question)).trim();
  const own = ownWords(question, analyzer);
  if (own.length === 0) return 'subject';
  const opened = opening.test(plain);
  const bare = plain.replace(impersonal, ' ');
  const points = pointing.test(bare) || pronoun.test(bare) || demonstrative.test(plain);
  if (points && own.length <= shortFollowUp) return 'subject';
  if (opened && own.length <= shortFollowUp) return 'form';
  return null;
}

const ownWords = (question: string, analyzer: Analyzer): readonly string[] =>
  analyzer.analyze(question).words.filter((word) => !bare.has(word));
