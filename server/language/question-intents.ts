/** What a question wants of its subject, beyond the kind of answer that {@link formOf} tells. */
export type Intent =
  | 'remedy'
  | 'limits'
  | 'benefits'
  | 'tools'
  | 'formula'
  | 'definition'
  | 'kinds'
  | 'occasion'
  | 'origin'
  | 'summary';

const intents: readonly (readonly [Intent, RegExp])[] = [
  [
    'remedy',
    /\b(?:(?:que|quoi) faire|(?:on|je|jfais|j') ?fai[st] quoi|comment (?:(?:on|je|bien) )?(?:(?:peut[- ]on|peut|peux|faire pour|fait pour|s'y prendre pour) )?(?:eviter?|evite|redui\w+|corrig\w+|resou\w+|trait\w+|ger\w+|limit\w+|repar\w+|empech\w+|proteg\w+|ameliore\w*|remedie\w*|lutt\w+|baisse\w*|diminu\w+)|how (?:do|can|could|to|should) (?:(?:i|we|you|one) )?(?:avoid|reduce|fix|solve|handle|deal|prevent|mitigate|improve|protect|lower|cut)|parades?|remedes?|solutions?|precautions?|what (?:to do|should (?:i|we|you) do|can (?:i|we|you) do)|leviers?)\b/,
  ],
  [
    'limits',
    /\b(?:limites?|inconvenients?|defauts?|faiblesses?|points? faibles?|drawbacks?|downsides?|weakness\w*|disadvantages?|limitations?|limits?|pieges?|pitfalls?|dangers?|risques?|erreurs a eviter|mistakes)\b/,
  ],
  [
    'benefits',
    /\b(?:avantages?|interets?|benefices?|benefits?|advantages?|apporte|points? forts?|qualites|strengths?|atouts?)\b/,
  ],
  [
    'tools',
    /\b(?:outils?|logiciels?|tools?|bibliotheques?|librar(?:y|ies)|avec quoi|technologies|technos?|software)\b/,
  ],
  ['formula', /\b(?:calcul\w*|formules?|comput\w+|formula|calculat\w+)\b/],
  [
    'definition',
    /\b(?:(?:c'est|cest|c) (?:quoi|koi|qui)|qu'est[- ]ce qu\w*|definitions?|definir|definis|ca veut dire|veut dire|signifie|what(?:'s| is| are) (?:an? |the )?\w+\W*$|what does \w+ mean|stands? for|meaning of|kesako)\b/,
  ],
  ['kinds', /\b(?:types?|sortes?|especes?|kinds?|familles?|categories)\b/],
  [
    'occasion',
    /\b(?:dans quels? cas|quand (?:\w+ )?(?:utiliser|choisir|prendre|preferer|faut)|when (?:should|to|do|is|are)|a quelle occasion|est-il utile)\b/,
  ],
  ['origin', /\b(?:invente\w*|cree\w*|origine|d'ou vient|invented|created|coined|introduced)\b/],
  ['summary', /\b(?:resume\w*|retenir|key points|recap\w*|summary|en gros)\b/],
];

/** What a folded question wants; empty where its words do not tell. */
export const intentsOf = (folded: string): ReadonlySet<Intent> =>
  new Set(intents.flatMap(([intent, words]) => (words.test(folded) ? [intent] : [])));

/** How far two questions want the same, 0 to 1; about half where one does not tell, a little more where neither does. */
export function intentAgreement(a: ReadonlySet<Intent>, b: ReadonlySet<Intent>): number {
  if (a.size === 0 || b.size === 0) return a.size === b.size ? 0.6 : 0.4;
  const shared = [...a].filter((one) => b.has(one)).length;
  return shared / (a.size + b.size - shared);
}
