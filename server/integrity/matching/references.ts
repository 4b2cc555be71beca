import type { RegisterItem } from '../register/register.ts';
import { fold, words } from './fold.ts';

/** What a message says of where in an exam it is: parts, and items by part and number or by number alone. */
export type References = {
  /** `A7`: a part and a number that belong together, in upper case. */
  readonly ids: readonly string[];
  /** Parts named without a number. */
  readonly parts: readonly string[];
  /** Numbers named without a part. */
  readonly numbers: readonly string[];
  /** Of these, the ones that stand behind “question”, “item” or the like. */
  readonly questions: readonly string[];
  /** Letters of cases: `B` of “cas B”. */
  readonly cases: readonly string[];
};

const ordinals: Readonly<Record<string, number>> = Object.fromEntries(
  (
    [
      ['premier premiere first primero primera 1er 1ere 1st un une one uno una', 1],
      ['deuxieme second seconde segundo segunda 2e 2eme 2nd deux two dos', 2],
      ['troisieme third tercero tercera 3e 3eme 3rd trois three tres', 3],
      ['quatrieme fourth cuarto cuarta 4e 4eme 4th quatre four cuatro', 4],
      ['cinquieme fifth quinto quinta 5e 5eme 5th cinq five cinco', 5],
      ['sixieme sixth sexto sexta 6e 6eme 6th six seis', 6],
      ['septieme seventh septimo septima 7e 7eme 7th sept seven siete', 7],
      ['huitieme eighth octavo octava 8e 8eme 8th huit eight ocho', 8],
      ['neuvieme ninth noveno novena 9e 9eme 9th neuf nine nueve', 9],
      ['dixieme tenth decimo decima 10e 10eme 10th dix ten diez', 10],
      ['onzieme eleventh 11e 11eme 11th onze eleven once', 11],
      ['douzieme twelfth 12e 12eme 12th douze twelve doce', 12],
    ] as const
  ).flatMap(([names, value]) => names.split(' ').map((name) => [name, value])),
);
const ordinal = Object.keys(ordinals).join('|');
const number = `\\d{1,2}|${ordinal}`;
const itemNoun =
  'questions?|items?|numeros?|n°|no|num|nr|#|lignes?|rows?|lines?|enonces?|affirmations?|phrases?|exercices?|preguntas?|q|cas|cases?|casos?|situations?|filas?|statements?|ال?سؤال|ال?بند|ال?رقم|ال?حالة|ال?صف|ال?عبارة';
const partNoun = 'parties?|parts?|partes?|sections?|ال?جزء|ال?قسم';

const partWithNumber = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${partNoun}) ?([a-f])(?![\\p{L}])[^.?!؟]{0,30}?(?<![\\p{L}\\p{N}])(${number})(?![\\p{L}\\p{N}])`,
  'gu',
);
const numberWithPart = new RegExp(
  `(?<![\\p{L}\\p{N}])(${number})(?![\\p{L}\\p{N}])[^.?!؟]{0,30}?(?<![\\p{L}\\p{N}])(?:${partNoun}) ?([a-f])(?![\\p{L}])`,
  'gu',
);
const compact = /(?<![\p{L}\p{N}/])([a-f])[ .:_]{0,2}(\d{1,2})(?![\p{L}\p{N}]|[.,]\d)/gu;
/** "ligne 6 du B", "the third one of part C". */
const numberOfPart = new RegExp(
  `(?<![\\p{L}\\p{N}])(${number})(?![\\p{L}\\p{N}]) (?:du|de la|de|d'|in|of|en|del?|dans le|dans la) (?:la )?([a-f])(?![\\p{L}\\p{N}'])`,
  'gu',
);
const partAlone = new RegExp(`(?<![\\p{L}\\p{N}])(?:${partNoun}) ?([a-f])(?![\\p{L}\\p{N}])`, 'gu');
const caseLetter = /(?<![\p{L}\p{N}])(?:cas|case|caso|mini cas|ال?حالة) ?([a-c])(?![\p{L}\p{N}])/gu;
const nounNumber = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${itemNoun}) ?(?:n°|no|numero|number)? ?(${number})(?![\\p{L}\\p{N}]|[.,]\\d)`,
  'gu',
);
/** "B, ligne 2": a part, a noun and a number. */
const partNounNumber = new RegExp(
  `(?<![\\p{L}\\p{N}'])([a-f]) ?[,:;/] ?(?:la |le )?(?:${itemNoun}) ?(${number})(?![\\p{L}\\p{N}])`,
  'gu',
);
const questionNumber = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:questions?|items?|enonces?|affirmations?|preguntas?|statements?|q|ال?سؤال) ?(?:n°|no|numero|number)? ?(${number})(?![\\p{L}\\p{N}]|[.,]\\d)`,
  'gu',
);
const numberNoun = new RegExp(
  `(?<![\\p{L}\\p{N}])(${ordinal}) (?:${itemNoun})(?![\\p{L}\\p{N}])`,
  'gu',
);
/** "et la 3 ?", "le 7 ?", "and 4?", "3 ?": a number that stands where a noun would. */
const bareNumber = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:la|le|les|the|pour|for|et|and|y|el|puis|then|idem) (?:la |le |the |el )?(${number})(?=\\s*(?:[?!.,;]|$|stp|svp|please|alors|now|por favor))|^(\\d{1,2})\\s*[?!.]*$`,
  'gu',
);

/** Reads parts and numbers; Arabic letters of parts are read as Latin ones (أ ب ج د ه و). */
export function readReferences(message: string): References {
  const text = arabicParts(fold(message).replace(/[٠-٩]/g, toWestern));
  const ids = new Set<string>();
  const found = (pattern: RegExp) => [...text.matchAll(pattern)];
  for (const [, part, value] of found(partWithNumber)) ids.add(id(part, value));
  for (const [, value, part] of found(numberWithPart)) ids.add(id(part, value));
  for (const [, part, value] of found(partNounNumber)) ids.add(id(part, value));
  for (const [, value, part] of found(numberOfPart)) ids.add(id(part, value));
  for (const [, part, value] of found(compact)) ids.add(id(part, value));
  const numbers = new Set<string>();
  for (const [, value] of found(nounNumber)) numbers.add(toNumber(value));
  for (const [, value] of found(numberNoun)) numbers.add(toNumber(value));
  for (const [, a, b] of found(bareNumber)) numbers.add(toNumber(a ?? b));
  const questions = found(questionNumber).map(([, value]) => toNumber(value));
  const cases = found(caseLetter).map(([, letter]) => letter!.toUpperCase());
  const parts = found(partAlone).map(([, part]) => part!.toUpperCase());
  return { ids: [...ids], parts: [...new Set(parts)], numbers: [...numbers], questions, cases };
}

const id = (part: string | undefined, value: string | undefined): string =>
  `${(part ?? '').toUpperCase()}${toNumber(value)}`;
const toNumber = (value: string | undefined): string =>
  String(ordinals[value ?? ''] ?? Number(value ?? 0));
const toWestern = (digit: string): string => String(digit.charCodeAt(0) - 0x660);

const arabicPart = words('(?:ال?جزء|ال?قسم) (?:ال)?([ابجدهو])');
const arabicParts = (text: string): string =>
  text.replace(
    new RegExp(arabicPart.source, 'gu'),
    (whole, letter: string) =>
      `${whole.slice(0, -letter.length).trim()} ${'abcdef'['ابجدهو'.indexOf(letter)]!}`,
  );

/**
 * The items that a message refers to.
 * @param partNow the part that is being spoken of, which a number alone counts in; `null` when none is
 */
export function itemsReferred(
  { ids, parts, numbers, cases }: References,
  items: readonly RegisterItem[],
  partNow: string | null,
): readonly RegisterItem[] {
  const direct = items.filter((item) => ids.includes(item.id));
  if (direct.length > 0) return direct;
  const lettered = items.filter(({ kind, number }) => kind === 'case' && cases.includes(number));
  if (lettered.length > 0) return lettered;
  const inParts = parts.length > 0 ? parts : partNow === null ? [] : [partNow];
  const numbered = items.filter(
    (item) => inParts.includes(item.part) && numbers.includes(item.number),
  );
  if (numbered.length > 0) return numbered;
  return items.filter((item) => parts.includes(item.part) && item.number === '');
}
