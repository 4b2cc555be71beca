import { foldAccents, normalizeText } from './tokenize.ts';

/** What kind of answer a question wants. */
export type Form =
  | 'definition'
  | 'difference'
  | 'list'
  | 'count'
  | 'duration'
  | 'when'
  | 'who'
  | 'where'
  | 'why'
  | 'steps'
  | 'example'
  | 'yes-no'
  | 'which'
  | 'open';

/**
 * First match wins; read on the folded, lower-case question without its polite opening.
 * French first in each pattern, then English.
 */
const forms: readonly (readonly [Form, RegExp])[] = [
  [
    'difference',
    /\b(?:diffs?|differences?|distinguer?|distingue(?:nt)?|distinction|compar(?:er?|aison|e[rz]|ing|ison)|plutot .+ (?:ou|que)|versus|(?<!\d ?)vs|par rapport a|differ|differs|oppose)\b/,
  ],
  [
    'duration',
    /\b(?:(?:combien|cb) de (?:temps|minutes?|heures?|jours?|mois|semaines?|annees?|ans)|quelle (?:est la )?duree|duree|quel (?:est le )?delai|delai|dure(?:nt)?|how long|duration|how many (?:minutes|hours|days|months|weeks|years)|deadline|sous combien)\b/,
  ],
  [
    'count',
    /\b(?:combien|cb|quel (?:est le )?(?:nombre|taux|pourcentage|montant|seuil)|nombre de|how many|how much|number of|nb de|quel prix|a quel prix|valeur (?:par defaut|maximale|minimale))\b/,
  ],
  [
    'example',
    /\b(?:exemples?|examples?|illustre[rz]?|illustration|for instance|cas concret|concretement)\b/,
  ],
  [
    'steps',
    /\b(?:etapes?|steps?|marche a suivre|procedure|deroul\w*|phases?|dans quel ordre|in (?:what|which) order|comment (?:faire|proceder|on fait|construire|mettre en place|restaurer|realiser|creer)|how (?:do (?:you|we|i)|to)\b)/,
  ],
  [
    'when',
    /^(?:a partir de )?(?:quand|when|depuis quand)\b|\b(?:a quel moment|en quelle annee|quelle date|quelle frequence|a quelle heure|what (?:date|year|time)|how often|dans quel(?:s)? cas|en quelle|c'est quand|(?:existe|date|sorti\w*|cree\w*) (?:en |depuis |de )?(?:quand|quelle annee))\b/,
  ],
  [
    'why',
    /\b(?:pourquoi|why|pour quelle(?:s)? raisons?|quel(?:le)? (?:est l')?(?:interet|utilite)|a quoi (?:sert|servent|ca sert)|what is .+ for|purpose|sert a quoi|pk|pkoi)\b/,
  ],
  [
    'who',
    /^(?:et |c'est |cest )?(?:qui|who|whose)\b|^nom d\w*\b|\b(?:c'est qui|par qui|a qui|quel (?:est le )?(?:metier|role|profil)|quelle equipe|which (?:role|team|job)|responsable de quoi)\b/,
  ],
  [
    'where',
    /^(?:et )?(?:ou|where)\b(?! bien)|\b(?:a quel endroit|dans quelles? villes?|c'est ou)\b/,
  ],
  [
    'definition',
    /^(?:(?:alors )?(?:c'est|cest|c) (?:quoi|koi)|keske|qu'est[- ]ce (?:que|qu'|qui|q)|kesako|def(?:inition)?\b|definis|definir|que (?:signifie|veut dire)|what(?:'s| is| are| does)\b(?! the (?:list|steps|main|different|key|best|most))|define\b|meaning of|que designe|qu'appelle[- ]t[- ]on|explique(?:r|z)?(?: moi)?\b|explain\b|parle[- ]moi|definition|(?:je |j'y )(?:n'y |ne )?(?:comprends?|capte|pige) (?:\w+ )?(?:rien|pas) |i (?:really )?do(?:n't| not) (?:understand|get) )|\b(?:ca veut dire quoi|veut dire|signifie quoi|(?:c'est|cest|c) (?:quoi|koi)|quoi deja|definition de|what does .+ mean|stands? for)\b/,
  ],
  [
    'list',
    /\b(?:quels? sont|quelles? sont|lesquel\w*|liste[rsz]?|cite[rz]?|enumere[rz]?|donne[rz]?(?:[- ]moi)? (?:les|la liste)|quelles?\b.*\b(?:existent|faut|utilise|contient|comprend)|what are|which are|list|types? d[e']|sortes? d[e']|les \d+|name the|livrables?|criteres?|deliverables?|indicateurs?|besoins?|avantages|inconvenients|roles?)\b/,
  ],
  [
    'which',
    /^(?:et |dans |pour |par |avec |a |sur |de |in |for |with )?(?:quel(?:le)?s?|which|lequel|laquelle|what)\b/,
  ],
  [
    'yes-no',
    /^(?:est[- ]ce (?:que|qu')|peut[- ]on|peux[- ]t|faut[- ]il|doit[- ]on|y a[- ]t[- ]il|a[- ]t[- ]on|(?:is|are|can|could|does|do|did|should|must|has|have|may|will)\b|on (?:peut|doit|a le droit)|c'est (?:obligatoire|autorise|possible|interdit)|il faut|ai[- ]je|puis[- ]je)|\b\w+[- ]t?[- ]?(?:il|elle|ils|elles|on)\b(?=.*\?)|\b(?:autorise|obligatoire|possible|interdit|allowed|mandatory|required)e?s?\s*\??$/,
  ],
];

const polite =
  /^(?:(?:bonjour|bonsoir|salut|coucou|hello|hi|hey|svp|s'il (?:te|vous) plait|please|stp|merci de|alors|et|donc|euh|ok|dis|dites|and|so|mais|but|au fait|excuse[sz]?(?:[- ]moi)?|pardon|je (?:voudrais|veux|souhaite|voulais|dois) (?:savoir|comprendre|connaitre)|peux[- ]tu (?:me )?(?:dire|donner|expliquer|rappeler)|pouvez[- ]vous (?:me )?(?:dire|donner|expliquer|rappeler)|tu peux (?:me |m')?(?:dire|donner|expliquer|rappeler)|can you (?:tell me|explain|give me)|could you (?:tell me|explain|give me)|tell me|dis[- ]moi|selon le cours|d'apres le cours|dans le cours|according to the course|rappelle[- ]moi)[\s,:!.]*)+/;

/** The folded question without its polite opening: what {@link formOf} reads. */
export function bareQuestion(question: string): string {
  const plain = foldAccents(normalizeText(question)).replace(/\s+/g, ' ').trim();
  const bare = plain.replace(polite, '');
  return bare === '' ? plain : bare;
}

/** "Avro ou Parquet ?": two names and nothing else. */
const alternative = /^(?:\S+ ){1,3}(?:ou|or) (?:\S+ ?){1,3}\??$/;

/** The form of a question; `open` when its words do not tell. */
export function formOf(question: string): Form {
  const bare = bareQuestion(question);
  for (const [form, pattern] of forms) if (pattern.test(bare)) return form;
  return alternative.test(bare) ? 'difference' : 'open';
}
