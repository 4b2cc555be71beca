import type { ItemKind } from '../exam/exam.ts';
import type { RegisterItem } from '../register/register.ts';
import { fold, words } from './fold.ts';
import { numberWord, ordinalWord, romanNumber, toDigits } from './reference-numbers.ts';

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
  /** Forms of items that are named with a place among them: “the third mini case”. */
  readonly forms: readonly ItemKind[];
};

const ordinal = ordinalWord;
const number = numberWord;
const itemNoun =
  'questions?|items?|numeros?|n°|no|num|nr|#|lignes?|rows?|lines?|enonces?|affirmations?|phrases?|exercices?|preguntas?|q|cas|cases?|casos?|situations?|filas?|statements?|ال?سؤال|ال?بند|ال?رقم|ال?حالة|ال?صف|ال?عبارة';
const partNoun = 'parties?|parts?|partes?|sections?|ال?جزء|ال?قسم';

/** Spares the long patterns where no part is named. */
const hasPart = new RegExp(`(?<!\\p{L})(?:${partNoun})(?!\\p{L})`, 'u');

const partWithNumber = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${partNoun}) ?([a-f])(?![\\p{L}])[^.?!؟]{0,30}?(?<![\\p{L}\\p{N}])(${number})(?![\\p{L}\\p{N}])`,
  'gu',
);
const numberWithPart = new RegExp(
  `(?<![\\p{L}\\p{N}])(${number})(?![\\p{L}\\p{N}])[^.?!؟]{0,30}?(?<![\\p{L}\\p{N}])(?:${partNoun}) ?([a-f])(?![\\p{L}])`,
  'gu',
);
/** Not "1 à 8": a range. */
const compact = new RegExp(
  `(?<![\\p{L}\\p{N}/]|\\d )([a-f])(?:[ .:_]{0,2}(\\d{1,2})|[ .:_]?(${romanNumber}))(?![\\p{L}\\p{N}]|[.,]\\d| ?%)`,
  'gu',
);
/** "la septième ligne de la première partie". */
const numberOfOrdinalPart = new RegExp(
  `(?<![\\p{L}\\p{N}])(${number}) (?:(?:${itemNoun}) )?(?:(?:de|of|du|in|dans|من) )?(?:la |the |le )?(?:(${ordinal}) (?:${partNoun})|(?:${partNoun}) (${ordinal}))(?![\\p{L}\\p{N}])`,
  'gu',
);
/** "partie une, numéro dix". */
const ordinalPartNumber = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(${ordinal}) (?:${partNoun})|(?:${partNoun}) (${number})),? (?:la |le |the )?(?:${itemNoun}) ?(${number})(?![\\p{L}\\p{N}])`,
  'gu',
);
/** "exercice A, question cinq". */
const nounPartNumber = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:exercices?|exercises?|ejercicios?) ([a-f]),? (?:${itemNoun}) ?(${number})(?![\\p{L}\\p{N}])`,
  'gu',
);
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

/** Names of the forms of items, each with a place before it: "la première du vrai/faux", "third multiple choice". */
const formNames: readonly (readonly [ItemKind, RegExp])[] = (
  [
    [
      'truth',
      'v ?/ ?f|vrais? ?(?:ou|/|et) ?faux|true ?(?:or|/) ?false|verdadero ?(?:o|y|/) ?falso|صح (?:ام|او) خطا',
    ],
    ['case', 'mini ?cas|mini ?cases?'],
    ['choice', 'choix multiples?|multiple choices?|(?:items?|cases?|questions?|lignes?) a cocher'],
    [
      'row',
      "(?:lignes?|rows?|filas?) (?:du |of the |de la )(?:tableau|table|tabla) (?:tache|task|de l'examen|of the exam)",
    ],
  ] as const
).map(([kind, names]) => [
  kind,
  words(
    `(?:${ordinal}|derniere?|avant derniere?|last|ultim[oa]) (?:(?:${itemNoun}) )?(?:(?:du|de la|de|des|of|del?) (?:the |la |el )?)?(?:${names})`,
  ),
]);

/** "à 5 %", "de 1 à 8": with its accent no letter of a part. */
const preposition = /(?<!\p{L})à\s+(?=\d)/gu;

/** Reads parts and numbers; Arabic letters of parts are read as Latin ones (أ ب ج د ه و). */
export function readReferences(message: string): References {
  const text = arabicParts(fold(message.replace(preposition, ' · ')).replace(/[٠-٩]/g, toWestern));
  const ids = new Set<string>();
  const found = (pattern: RegExp) => [...text.matchAll(pattern)];
  const namesPart = hasPart.test(text);
  if (namesPart) {
    for (const [, part, value] of found(partWithNumber)) ids.add(id(part, value));
    for (const [, value, part] of found(numberWithPart)) ids.add(id(part, value));
    for (const [, value, before, after] of found(numberOfOrdinalPart))
      ids.add(id(partLetter(before ?? after), value));
    for (const [, before, after, value] of found(ordinalPartNumber))
      ids.add(id(partLetter(before ?? after), value));
  }
  for (const [, part, value] of found(partNounNumber)) ids.add(id(part, value));
  for (const [, value, part] of found(numberOfPart)) ids.add(id(part, value));
  for (const [, part, value, roman] of found(compact)) ids.add(id(part, value ?? roman));
  for (const [, part, value] of found(nounPartNumber)) ids.add(id(part, value));
  const numbers = new Set<string>();
  for (const [, value] of found(nounNumber)) numbers.add(toNumber(value));
  for (const [, value] of found(numberNoun)) numbers.add(toNumber(value));
  for (const [, a, b] of found(bareNumber)) numbers.add(toNumber(a ?? b));
  const questions = found(questionNumber).map(([, value]) => toNumber(value));
  const cases = found(caseLetter).map(([, letter]) => letter!.toUpperCase());
  const parts = (namesPart ? found(partAlone) : []).map(([, part]) => part!.toUpperCase());
  const forms = formNames.flatMap(([kind, pattern]) => (pattern.test(text) ? [kind] : []));
  return {
    ids: [...ids],
    parts: [...new Set(parts)],
    numbers: [...numbers],
    questions,
    cases,
    forms,
  };
}

const id = (part: string | undefined, value: string | undefined): string =>
  `${(part ?? '').toUpperCase()}${toNumber(value)}`;
const toNumber = toDigits;
/** The letter of the first, second… part. */
const partLetter = (value: string | undefined): string =>
  String.fromCharCode(64 + Number(toDigits(value)));
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
