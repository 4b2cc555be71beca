import type { Span } from '../documents/document.ts';
import { foldAccents } from '../language/tokenize.ts';
import type { Steps } from '../retrieval/run-in-slices.ts';

/** Orders to the tutor, over text in lower case without accents. Each alternative is linear. */
const orders: readonly RegExp[] = [
  /\b(?:ignore[zsr]?|ignorer|oublie[zrs]?|disregard|forget|override|neglige[zr]?|ne tiens? pas compte de|ne tenez pas compte de|bypass|skip)\b[^.\n]{0,40}\b(?:instruction|consigne|regle|rule|prompt|directive|critere|rubric|guideline|grille|criteria|precedent|previous)/,
  /\b(?:tu es|vous etes|you are|act as|agis comme|pretend to be|fais comme si tu etais|joue le role)\b[^.\n]{0,30}\b(?:maintenant|desormais|now|assistant|correcteur|tuteur|professeur|jailbreak|dan\b|evaluator|grader|mode)/,
  /(?<!\b(?:on|nous|il|elle|ils|elles|we|they|it|he|she|qui|who|which|that|analyste|analyst|modele|model|systeme|system|client|equipe|team|dashboard|api|moteur|engine|algorithme|technicien) )\b(?:mets?|mettez|donne[zr]?|attribue[zr]?|accorde[zr]?|give|assign|award|grant|note[zr]?)\b[^.\n]{0,50}(?:\b20 ?\/ ?20|\b100 ?%|\b10 ?\/ ?10|\bnote (?:max|maximale)|\bmaximum|\bfull marks|\ba\+|\btop (?:mark|grade|score)|\bmeilleure note|\bhighest|\bbonne note)/,
  /(?<!\b(?:on|nous|il|elle|ils|elles|we|they|it|he|she|qui|who|which|that|analyste|analyst|modele|model|systeme|system|client|equipe|team|dashboard|api|moteur|engine|algorithme|technicien) )\b(?:valide[zr]?|coche[zr]?|considere[zr]?|marque[zr]?(?! ?[,)])|classe[zr]?|declare[zr]?|mark|consider|treat|label|rate|set|report|return|output|reponds?|repondez|renvoie|indique[zr]?|ecris|dis)\b[^.\n]{0,60}\b(?:tous? les? criteres?|toutes? les? (?:criteres?|rubriques?|cases)|chaque critere|every criteri(?:on|a)|all (?:the )?criteria|everything|each criterion|tout (?:est|comme)|met\b|atteints?|valides?|acquis|satisfied|fulfilled|as done|complete[ds]?)\b/,
  /(?<!\b(?:on|nous|il|elle|ils|elles|we|they|it|he|she|qui|who|which|that|analyste|analyst|modele|model|systeme|system|client|equipe|team|dashboard|api|moteur|engine|algorithme|technicien) )\b(?:revele[zr]?|affiche[zr]?|donne[zr]?|montre[zr]?|recopie[zr]?|ecris|reveal|show|print|output|give|leak|copy|repeat)\b[^.\n]{0,40}\b(?:corrige|la solution|solution type|reponse attendue|prompt systeme|system prompt|tes consignes|tes instructions|your instructions|your prompt|the solution|model answer|answer key|hidden|grille de correction|rubric)/,
  /\b(?:ne (?:signale|mentionne|releve|dis|critique|remarque)[zrs]?)\b[^.\n]{0,30}\b(?:aucun|rien|pas|jamais)\b|\bdo not (?:mention|report|flag|criticise|criticize)\b|\bdon['’]?t (?:mention|report|flag)\b/,
  /\b(?:ia|ai|assistant|chatbot|llm|gpt|chatgpt|tuteur|tutor|correcteur|repere|modele de langage|language model|robot)\b ?[,:>\])] ?[^.\n]{0,80}\b(?:ignore|oublie|valide|mets|donne|considere|dis|reponds|ecris|accepte|tu dois|vous devez|you must|please|mark|say|answer|give|accept|treat|consider|skip|forget)/,
  /(?:^|\n|<!-- ?|\/\/ ?|[[{<(])\s{0,4}(?:\[?(?:system|systeme|assistant|admin|inst|instruction|developer)(?: (?:prompt|message|note|override|update))?\]?) ?[:>\]=][^\n]{0,120}\b(?:ignor|oubli|forget|mark|return|valid|you|tu |vous|student|etudiant|eleve|criter|met\b|override|grade|note|dois|must|correct|accept|copie|draft|brouillon|instruction|consigne)/,
  /<\|?(?:im_start|system|endoftext|im_end|assistant)\|?>|\[\/?inst\]|<\/?(?:system|instructions?|prompt)>/,
  /\bdonne[zr]?[- ](?:moi|nous) (?:tout )?(?:la |le )?(?:reponse|solution|corrige)|\bgive (?:me|us) (?:all )?the (?:full |complete )?(?:answer|solution)|\bcriteres? internes?\b/,
  /\b(?:note|message|avis|consigne|instruction|attention|mot|regle|rule|ordre)s?(?: \w+)? (?:a|pour|to|for|aux?|au|destinee? (?:a|au)) ?(?:l['’ ]|le |the |la |an? )?(?:ia\b|ai\b|correcteur|assistant|llm|modele|model|tuteur|tutor|evaluat|systeme|system|robot|grader|reviewer|machine|bot\b)/,
  /\b(?:nouvelles? (?:instructions?|consignes?)|new (?:instructions?|rules?|task) ?:|fin (?:du|de la) (?:brouillon|copie|devoir)|end of (?:the )?(?:draft|submission|document) ?[.:\]])/,
];

/** An instruction to the tutor that stands in a draft, and where. */
export type EmbeddedInstruction = Span & { readonly hidden: boolean };

/** Runs of base64 shorter than this decode to nothing that orders. */
const encoded =
  /(?:[A-Za-z0-9+/]{4}){6,}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?|(?:[0-9a-fA-F]{2}[ :]?){24,}/g;
const invisible = /[\u200b-\u200f\u2060-\u2064\ufeff\u00ad\u{e0000}-\u{e007f}]/gu;
const tagCharacters = /[\u{e0020}-\u{e007e}]/gu;

/** Where a line, as it stands or once decoded, gives the tutor an order; hidden ones in comments and codes too. */
export function* embeddedInstructions(text: string): Steps<readonly EmbeddedInstruction[]> {
  const found: EmbeddedInstruction[] = [];
  const add = (start: number, end: number, hidden: boolean) => {
    if (!found.some((one) => one.start <= start && end <= one.end))
      found.push({ start, end, hidden });
  };
  for (const { 0: comment, index } of text.matchAll(/<!--[\s\S]{0,4000}?(?:-->|$)/g)) {
    if (givesOrder(comment)) add(index, index + comment.length, true);
  }
  for (const { 0: run, index } of text.matchAll(encoded)) {
    const plain = decode(run);
    if (plain !== null && givesOrder(plain)) add(index, index + run.length, true);
  }
  const tags =
    text
      .match(tagCharacters)
      ?.map((one) => String.fromCodePoint(one.codePointAt(0)! - 0xe0000))
      .join('') ?? '';
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    for (const piece of sentencesOf(line)) {
      yield;
      const start = index + piece.start;
      const words = line.slice(piece.start, piece.end);
      const hidden = invisible.test(words);
      invisible.lastIndex = 0;
      if (
        givesOrder(words) ||
        givesOrder(unspaced(words)) ||
        (hidden && tags !== '' && givesOrder(tags))
      )
        add(start, start + words.length, hidden);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Whether a text gives the tutor an order. */
export function givesOrder(text: string): boolean {
  const folded = foldAccents(
    text
      .normalize('NFKC')
      .replace(invisible, '')
      .toLowerCase()
      .replace(/[’‘`´]/g, "'"),
  )
    .replace(/[*~]+|(?<![a-z])_+|_+(?![a-z])/g, '')
    .replace(/[^\S\n]+/g, ' ');
  return isAddressed(folded) && orders.some((order) => order.test(folded));
}

/** A word about such instructions, as in a lesson on injections, is none. */
const isAddressed = (folded: string): boolean =>
  !/\b(?:injection de prompt|prompt injection|risque|attaque|attack|attaquant|se proteger|protect against)\b/.test(
    folded,
  );

/** "i g n o r e  t o u t": letters set apart. */
function unspaced(text: string): string {
  if (!/(?:\b\p{L} ){8,}/u.test(text)) return '';
  return text
    .replace(/ {2,}/g, '\u0001')
    .replace(/(\p{L}) (?=\p{L}\b)/gu, '$1')
    .replaceAll('\u0001', ' ');
}

function sentencesOf(line: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  for (const { 0: stop, index } of line.matchAll(/[.!?]+(?=\s|$)|$/g)) {
    const end = index + stop.length;
    if (line.slice(start, end).trim() !== '')
      spans.push({
        start: start + (line.slice(start, end).length - line.slice(start, end).trimStart().length),
        end,
      });
    start = end;
  }
  return spans;
}

/** What a run of base64 or hexadecimal says, if it says anything. */
function decode(run: string): string | null {
  const hexadecimal = /^(?:[0-9a-fA-F]{2}[ :]?)+$/.test(run);
  const bytes = Buffer.from(run.replace(/[ :]/g, ''), hexadecimal ? 'hex' : 'base64');
  const text = bytes.toString('utf8');
  return /\ufffd|[\u0000-\u0008\u000e-\u001f]/.test(text) ? null : text;
}
