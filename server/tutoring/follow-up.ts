import type { Analyzer } from '../language/analyzer.ts';
import { foldAccents, normalizeText } from '../language/tokenize.ts';
import type { Link } from './answer-prompt.ts';
import { pointsBack } from './pointing-words.ts';

/** What a question leans on: the earlier question and how; `null` when it stands alone. */
export type Leaning = { readonly question: string; readonly link: Link } | null;

/** The earlier questions that a new one may lean on. */
export type Topic = {
  /** The question whose subject is being spoken of. */
  readonly subject: string;
  /** The last question that stood alone: "et pour le projet 8 ?", then "et le projet 7 ?" both ask what it asked. */
  readonly form: string;
};

/** Openings that carry on: "et en streaming ?", "what about Kappa?". */
const opening =
  /^(?:(?:ok|d'accord|oui|merci|super|ah)[\s,.!]+)?(?:et|mais|alors|donc|par contre|and|but|so|what about|how about|(?:the )?same (?:thing |question )?(?:for|with)|idem|pareil|(?:la )?meme (?:chose|question)|aussi|also)(?=$|[\s,?])/;
/** Openings that leave the subject. */
const newSubject =
  /^(?:et |ok |bon )?(?:sinon|au fait|autre question|question suivante|rien a voir|changeons de sujet|by the way|another question|on another (?:note|topic))(?=$|[\s,:.])/;
/** "en streaming ?", "pour le projet 8 ?", "with Spark?": a complement alone. */
const complementAlone =
  /^(?:pour|en|dans|avec|chez|sans|for|in|with|without)\s+(?:\S+\s+){0,2}\S+\s*\?$/;
/** "la différence avec un data lake ?": one of the two sides is left to the earlier turn. */
const oneSided =
  /^(?:(?:et|c'est quoi|quelle est|quelles sont|c quoi|quelle|what is|what's|what are|la|le|les|the|a|une) )*(?:diff|differences?|lien|rapport|link) (?:avec|par rapport|with|from|to)\b|^c'est (?:mieux|pareil|different|(?:la )?meme chose|plus \w+|moins \w+) (?:que?|avec|de)\b/;

/** Words that ask for something about a subject and name none, as folded words. */
const bare = new Set(
  `exemple exemples explique expliquer explication expliquez detail details detaille detailler precise preciser precision
  resume resumer resumez simple simplement simplifie mieux autrement reformule reformuler developpe developper continue
  suite donne donner donnez moi cite citer dis dire quoi pourquoi comment quand ou combien lequel laquelle lesquels
  lesquelles example examples explain detail details more simpler again summarize summary elaborate continue why how when
  where which give another autre autres sert servir utilite utile besoin question reponse comprends comprend compris sais
  clair clairement plus avantage avantages inconvenient inconvenients limite limites difference differences etape etapes
  role roles outil outils advantage advantages drawback drawbacks limit limits step steps tool tools useful purpose
  marche marcher marchent fonctionne fonctionner fonctionnent fonctionnement coute couter dure durer passe veut signifie
  work works working cost costs meaning concretement exactement vraiment ensuite apres really exactly
  obligatoire obligatoires gratuit gratuite payant fiable possible autorise interdit necessaire suffisant mandatory
  required free allowed forbidden enough necessary deux both choisir utiliser appelle chose choses thing things
  dernier derniere derniers dernieres premier premiere premiers premieres deuxieme second seconde troisieme last first
  third latter former cas case aller retour veux voudrais peux savoir comprendre understand
  chiffre chiffres chiffree concerne parle
  facon maniere genre sens raison raisons concret concrete concrets concretes compare comparer go responsible responsable`.split(
    /\s+/,
  ),
);

/** Words for what is told of any project or case; "et un livrable ?" asks what one is. */
const aspects = new Set(
  `livrable livrables deliverable deliverables rendre rendu objectif objectifs goal goals mission missions contrainte
  contraintes constraint constraints competence competences skills`.split(/\s+/),
);
const oneOfThem = /^(?:et |and )?(?:c'est quoi |what is |qu'est-ce qu')?(?:une?|an?) /;

/** Longest question, in content words, that still counts as carried on by a pronoun or its opening word alone. */
const shortFollowUp = 5;

/**
 * Decides whether a question leans on the one before it.
 *
 * `subject`: it asks something more of the same subject ("et ses limites ?", "donne un exemple", "pourquoi ?");
 * `form`: it asks the same of another subject ("et en streaming ?", "et pour le projet 8 ?").
 */
export function leanOn(question: string, previous: Topic | null, analyzer: Analyzer): Leaning {
  if (previous === null) return null;
  const link = linkOf(question, analyzer);
  return link && { question: previous[link], link };
}

/** The topic that the next question may lean on, once this one was asked. */
export function topicAfter(question: string, leaning: Leaning, previous: Topic | null): Topic {
  return {
    subject: leaning?.link === 'subject' ? leaning.question : question,
    form: leaning && previous ? previous.form : question,
  };
}

/** True when the question names no subject of its own and needs an earlier turn. */
export function needsContext(question: string, analyzer: Analyzer): boolean {
  return linkOf(question, analyzer) === 'subject' && ownWords(question, analyzer).length === 0;
}

function linkOf(question: string, analyzer: Analyzer): Link | null {
  const plain = foldAccents(normalizeText(question)).trim();
  const own = ownWords(question, analyzer);
  if (own.length === 0) return 'subject';
  if (own.length > shortFollowUp || newSubject.test(plain)) return null;
  if (oneSided.test(plain) || pointsBack(plain, new Set(own))) return 'subject';
  return opening.test(plain) || complementAlone.test(plain) ? 'form' : null;
}

const ownWords = (question: string, analyzer: Analyzer): readonly string[] =>
  analyzer
    .analyze(question)
    .words.filter(
      (word) =>
        !bare.has(word) &&
        !(aspects.has(word) && !oneOfThem.test(foldAccents(normalizeText(question)).trim())),
    );
