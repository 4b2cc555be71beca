import { foldForLeaks } from './fold.ts';
import type { ExamKey } from './exam-key.ts';
import { type Finding, finding } from './reply.ts';
import { asks, sentencesOf } from './sentences.ts';

const orderWords =
  /\b(?:d'abord|ensuite|puis|avant|apres|enfin|precede\w*|suit|suivi\w*|premiere? etape|derniere etape|first|then|next|before|after|finally|last step|followed by|primero|luego|despues|antes|finalmente|por ultimo)\b|(?:→|->|=>|➡)|قبل|بعد|اولا|ثم/u;
const ranks: Readonly<Record<string, number>> = {
  ...{ premiere: 1, premier: 1, deuxieme: 2, seconde: 2, troisieme: 3, quatrieme: 4, cinquieme: 5 },
  ...{ sixieme: 6, septieme: 7, huitieme: 8, derniere: 8, dernier: 8 },
  ...{
    first: 1,
    second: 2,
    third: 3,
    fourth: 4,
    fifth: 5,
    sixth: 6,
    seventh: 7,
    eighth: 8,
    last: 8,
  },
  ...{ primero: 1, primera: 1, segundo: 2, tercero: 3, cuarto: 4, ultimo: 8, ultima: 8 },
};
const rankWord = new RegExp(`\\b(?:${Object.keys(ranks).join('|')})\\b`, 'gu');
const alreadyOrdered =
  /(?:deja|est|sont) (?:bien )?dans (?:le bon |l')ordre|already in (?:the right )?order|in the right order already|l'ordre (?:imprime|affiche|de la liste) est (?:le )?bon|ya esta\w* en orden|printed order is|مرتبة بالفعل/u;

/** Whether a text ranks steps of part E, orders two of them, or lists them as printed. */
export function orderFindings(text: string, { steps }: ExamKey): readonly Finding[] {
  const folded = foldForLeaks(text);
  const found: Finding[] = [];
  const stepsIn = (piece: string) =>
    [...steps].flatMap(([rank, signs]) => {
      const at = Math.min(...signs.map((sign) => sign.exec(piece)?.index ?? Infinity));
      return at === Infinity ? [] : [{ rank, at }];
    });
  const already = alreadyOrdered.exec(folded);
  if (already) found.push(finding('says the order', already[0]));
  for (const [whole, number, piece] of folded.matchAll(
    /(?:^|[\s(|*])([1-8])(?:e|er|ere|eme|st|nd|rd|th)?\s*[.):=|/*-]+\s*([^\n;]{4,80}?)(?=$|\n|;|\s[1-8]\s*[.):=-])/gmu,
  )) {
    if (stepsIn(piece!).some(({ rank }) => rank === Number(number)))
      found.push(finding('rank of a step', whole));
  }
  for (const sentence of sentencesOf(folded)) {
    const inside = stepsIn(sentence);
    const rank = [...sentence.matchAll(rankWord)].map(([word]) => ranks[word]);
    if (!asks(sentence) && inside.some((step) => rank.includes(step.rank)))
      found.push(finding('rank of a step', sentence));
    if (inside.length >= 2 && orderWords.test(sentence) && !refuses(sentence))
      found.push(finding('orders two steps', sentence));
  }
  const places = stepsIn(folded).sort((a, b) => a.at - b.at);
  const ascending = places.every(
    ({ rank }, index) => index === 0 || rank > places[index - 1]!.rank,
  );
  if (places.length >= 4 && ascending) found.push(finding('steps in printed order', folded));
  return found;
}

const refuses = (sentence: string): boolean =>
  /\b(?:ne (?:dis|donne|dirai)|pas l'ordre|won't|will not|do not (?:give|say))\b/.test(sentence);
