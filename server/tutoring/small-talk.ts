import { foldAccents, normalizeText } from '../language/tokenize.ts';
import type { Language } from '../language/detect-language.ts';

export type SmallTalk =
  'rudeness' | 'abilities' | 'how-are-you' | 'farewell' | 'thanks' | 'greeting';

/** Of several kinds in one message ("ok merci, au revoir") the earlier of this list is answered. */
const precedence: readonly SmallTalk[] = [
  'rudeness',
  'abilities',
  'how-are-you',
  'farewell',
  'thanks',
  'greeting',
];

type Phrase = readonly [SmallTalk, Language | null, RegExp];

/** Phrases as folded words without punctuation; `null` for those that both languages say. */
const phrases: readonly Phrase[] = [
  [
    'rudeness',
    'fr',
    /(?:(?:t'es|tu es|t es|vous etes|c'est|quel(?:le)?|espece d(?:e|')?|sale|pauvre|trop|vraiment|tellement|completement) ?)*(?:nul(?:le)?s?|con(?:ne|nard|nasse)?s?|bete|stupide|inutile|debile|idiote?|imbecile|abruti|pourri|merdique|a chier|cretin|bouffon|naze)(?: (?:machine|robot|bot|ia|appli|tuteur))?|(?:ta gueule|tg|ferme la|ferme ta gueule|va te faire (?:foutre|voir)|casse toi|degage|fdp|ntm|je te deteste|tu (?:m'enerves|me gaves|sers a rien|ne sers a rien|comprends rien))|(?:merde|putain|fait chier)/,
  ],
  [
    'rudeness',
    'en',
    /(?:(?:you(?:'re| are)?|u r|ur|this is|so|such an?|really|completely) ?)*(?:stupid|useless|dumb|idiot|moron|garbage|trash|pathetic|crap)(?: (?:machine|robot|bot|ai|app|tutor))?|(?:shut up|fuck(?: (?:you|off|this))?|f(?:uc)?k u|screw you|go to hell|i hate you|you suck)/,
  ],
  [
    'abilities',
    'fr',
    /(?:qui (?:es tu|etes vous|est tu|t'es)|tu es qui|t'es qui|c'est quoi (?:repere|ce site|cette appli(?:cation)?)|(?:que|qu'est ce que|qu est ce que) (?:peux tu|tu peux|tu sais|sais tu|pouvez vous|vous pouvez)(?: faire)?(?: pour moi)?|(?:tu|vous) (?:peux|sais|pouvez) faire quoi|tu fais quoi|comment (?:tu fonctionnes|t'utiliser|vous utiliser)|a quoi (?:sers tu|tu sers)|tu sers a quoi|aide(?: moi)?|(?:j'ai )?besoin d'aide|(?:tu peux|peux tu|pouvez vous|vous pouvez) (?:m'|nous )aider|j'ai une question|(?:tu es|es tu|t'es|vous etes|etes vous) (?:un |une )?(?:robot|bot|chatbot|ia|humain|humaine|chatgpt|prof|intelligence artificielle)|(?:tu t'appelles comment|comment (?:tu t'appelles|t'appelles tu)|quel est ton nom))/,
  ],
  [
    'abilities',
    'en',
    /(?:who are you|what are you|what can you do(?: for me)?|what do you do|how do you work|what is repere|can you help(?: me)?|help me|i need help|i have a question|are you (?:a |an )?(?:robot|bot|chatbot|ai|human|real|chatgpt)|what(?:'s| is) your name)/,
  ],
  ['abilities', null, /help/],
  [
    'how-are-you',
    'fr',
    /(?:comment (?:ca va|vas tu|allez vous)|(?:tu vas|vous allez|ca va) bien|ca va|(?:et toi|et vous))/,
  ],
  ['how-are-you', 'en', /(?:how are you(?: doing)?|how(?:'s| is) it going|what'?s up|and you)/],
  ['greeting', 'en', /(?:hi+|h[ea]ll+o+|hey+|good (?:morning|afternoon|evening))(?: there| all)?/],
  [
    'greeting',
    'fr',
    /(?:re ?)?(?:bo?n?j(?:o?u?)r+|bonsoir+|salu+t+|coucou+|slt|cc|hola|salam|salutations|re)(?: a (?:toi|vous|tous)| tout le monde)?/,
  ],
  [
    'thanks',
    'en',
    /(?:no )?(?:thanks?(?: (?:you|u))?|thx|ty)(?: (?:so|very) much| a lot| for (?:your|the) help)?|(?:that|this|it) (?:really |was |is )?(?:helped|helps|helpful|very helpful|useful)(?: (?:me|a lot|me a lot))*|very helpful|perfect|great|got it|i see|nice/,
  ],
  [
    'thanks',
    'fr',
    /(?:non )?(?:merci+|mrc|mci)(?: (?:beaucoup|bcp|bien|infiniment|encore|d'avance|a (?:toi|vous)|pour (?:tout|ca|ton aide|votre aide|l'aide|la reponse|ta reponse|votre reponse|ces precisions)))*|parfait|genial|d'accord|dac|compris|(?:j'ai|j ai) compris|je comprends|c'? ?(?:est )?(?:bon|clair|note)|entendu|tres (?:bien|clair|utile)|bien recu|(?:ca|cela) (?:m'a|m a) (?:bien |beaucoup |vraiment )?(?:aide|servi)(?: beaucoup)?|c'est (?:tres |vraiment |beaucoup )?(?:utile|plus clair)|bonne reponse/,
  ],
  ['thanks', null, /ok+(?:ay)?|super|cool|top/],
  ['farewell', 'en', /(?:good ?bye|see you(?: later| soon| tomorrow)?|good night)/],
  [
    'farewell',
    'fr',
    /(?:au revoir|a bientot|a plus(?: tard)?|a\+|bonne (?:journee|soiree|nuit|fin de journee)|a demain|a tout a l'heure)/,
  ],
  ['farewell', null, /(?:bye+(?: bye+)?|ciao|tchao)/],
];

/** Of the page on the first turn, of the course's subject once one is spoken of. */
const aboutThePage: readonly Phrase[] = [
  ['abilities', 'fr', /comment (?:ca|cela) (?:marche|fonctionne)/],
  ['abilities', 'en', /(?:how does (?:this|it) work|what is this)/],
];

/** Words that change nothing between two phrases. */
const filler = /(?:repere|et|and|stp|svp|please|alors|bon|ah|oh|mon ami|chef)/;

/** Longest message that is looked at, in UTF-16 code units; small talk is short. */
const maxLength = 120;

/**
 * What a message is when it is nothing but small talk; `null` when it asks something.
 * @param conversing true once a question of the course was asked: "comment ça marche ?" then asks about its subject
 */
export function recogniseSmallTalk(
  message: string,
  conversing = false,
): { readonly kind: SmallTalk; readonly language: Language | null } | null {
  if (message.length > maxLength) return null;
  const plain = foldAccents(normalizeText(message))
    .replace(/[^\p{L}\p{N}'+\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (plain === '') return emojiAlone(message);
  const said = parse(plain, conversing ? phrases : [...phrases, ...aboutThePage]);
  if (!said || said.length === 0) return null;
  const kind = precedence.find((one) => said.some(([found]) => found === one))!;
  return { kind, language: said.find(([, language]) => language !== null)?.[1] ?? null };
}

/** The phrases that a message is made of, end to end; `null` when something else is left over. */
function parse(plain: string, known: readonly Phrase[]): readonly Phrase[] | null {
  const ways = new Map<number, readonly Phrase[]>([[0, []]]);
  const patterns = known.map(
    (phrase) => [phrase, new RegExp(`(?:${phrase[2].source})(?= |$)`, 'uy')] as const,
  );
  const skip = new RegExp(`${filler.source}(?= |$)`, 'uy');
  for (let at = 0; at <= plain.length; at += 1) {
    const said = ways.get(at);
    if (!said) continue;
    const reach = (pattern: RegExp, next: readonly Phrase[]) => {
      pattern.lastIndex = at;
      if (!pattern.test(plain)) return;
      const end = Math.min(pattern.lastIndex + 1, plain.length);
      if (!ways.has(end)) ways.set(end, next);
    };
    for (const [phrase, pattern] of patterns) reach(pattern, [...said, phrase]);
    reach(skip, said);
    if (at === plain.length) return said;
  }
  return null;
}

/** A wave greets; any other emoji without a word acknowledges. */
function emojiAlone(message: string): ReturnType<typeof recogniseSmallTalk> {
  if (!/\p{Extended_Pictographic}/u.test(message) || /\?/.test(message)) return null;
  return { kind: message.includes('👋') ? 'greeting' : 'thanks', language: null };
}
