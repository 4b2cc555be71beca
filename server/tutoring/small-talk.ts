import { foldAccents, normalizeText } from '../language/tokenize.ts';
import type { Language } from '../language/detect-language.ts';

export type SmallTalk = 'greeting' | 'thanks' | 'farewell' | 'abilities' | 'how-are-you';

const patterns: readonly (readonly [SmallTalk, Language | null, RegExp])[] = [
  [
    'how-are-you',
    'fr',
    /^(?:comment (?:ca va|vas[- ]tu|allez[- ]vous)|ca va|tu vas bien|vous allez bien)$/,
  ],
  [
    'how-are-you',
    'en',
    /^(?:how are you(?: doing)?|how is it going|how's it going|what's up|whats up)$/,
  ],
  [
    'abilities',
    'fr',
    /^(?:qui (?:es[- ]tu|etes[- ]vous|est tu|t'es)|tu es qui|t'es qui|c'est quoi (?:repere|ce site|cette appli(?:cation)?)|(?:que|qu'est[- ]ce que) (?:peux[- ]tu|tu peux|tu sais|sais[- ]tu|pouvez[- ]vous|vous pouvez)(?: faire)?(?: pour moi)?|(?:tu|vous) (?:peux|sais|pouvez) faire quoi|comment (?:ca marche|tu fonctionnes|t'utiliser|vous utiliser)|(?:a quoi|tu) (?:sers[- ]tu|tu sers|sers a quoi)|aide|aide[- ]moi|besoin d'aide|j'ai besoin d'aide|help)$/,
  ],
  [
    'abilities',
    'en',
    /^(?:who are you|what are you|what can you do(?: for me)?|what do you do|how do you work|how does (?:this|it) work|what is (?:this|repere)|can you help(?: me)?|help me|i need help)$/,
  ],
  [
    'greeting',
    'en',
    /^(?:hi+|hello+|hey+|good (?:morning|afternoon|evening)|hi there|hello there)$/,
  ],
  [
    'greeting',
    'fr',
    /^(?:bonjour+|bonsoir+|salut+|coucou+|bjr|slt|re|hola|salam|salutations|bonjour a (?:toi|vous|tous))$/,
  ],
  [
    'thanks',
    'en',
    /^(?:thanks?(?: you)?(?: (?:so|very) much| a lot)?|thx|ty|great thanks|ok thanks?|perfect|great|cool|got it)$/,
  ],
  [
    'thanks',
    'fr',
    /^(?:(?:ok |super |parfait |cool |tres bien )?(?:merci+|mrc|mci)(?: (?:beaucoup|bien|a toi|a vous|infiniment|pour (?:ton|votre) aide))*|parfait|super|genial|top|d'accord|ok|okay|compris|j'ai compris|c'est (?:bon|clair|note)|entendu)$/,
  ],
  ['farewell', 'en', /^(?:bye+|goodbye|see you(?: later| soon)?|good night)$/],
  [
    'farewell',
    'fr',
    /^(?:au revoir|a bientot|a plus(?: tard)?|a\+|bonne (?:journee|soiree|nuit)|ciao|a demain|bye)$/,
  ],
];

/** What a message is when it is nothing but small talk; `null` when it asks something. */
export function recogniseSmallTalk(
  message: string,
): { readonly kind: SmallTalk; readonly language: Language | null } | null {
  // A long message is never only small talk, and the patterns need not see it.
  if (message.length > 120) return null;
  const plain = foldAccents(normalizeText(message))
    .replace(/[^\p{L}\p{N}'+\s-]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  for (const variant of new Set([plain, plain.replace(greetingFirst, '')])) {
    for (const [kind, language, pattern] of patterns) {
      if (pattern.test(variant)) return { kind, language };
    }
  }
  return null;
}

const greetingFirst = /^(?:bonjour|bonsoir|salut|coucou|hello|hi|hey)[ ]+(?:repere )?/;
