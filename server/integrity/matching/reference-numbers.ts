const names = [
  ['premier premiere first primero primera 1er 1ere 1st un une one uno una الاول الاولي', 1],
  ['deuxieme second seconde segundo segunda 2e 2eme 2nd deux two dos الثاني الثانيه', 2],
  ['troisieme third tercero tercera 3e 3eme 3rd trois three tres الثالث الثالثه', 3],
  ['quatrieme fourth cuarto cuarta 4e 4eme 4th quatre four cuatro الرابع الرابعه', 4],
  ['cinquieme fifth quinto quinta 5e 5eme 5th cinq five cinco الخامس الخامسه', 5],
  ['sixieme sixth sexto sexta 6e 6eme 6th six seis السادس السادسه', 6],
  ['septieme seventh septimo septima 7e 7eme 7th sept seven siete السابع السابعه', 7],
  ['huitieme eighth octavo octava 8e 8eme 8th huit eight ocho الثامن الثامنه', 8],
  ['neuvieme ninth noveno novena 9e 9eme 9th neuf nine nueve التاسع التاسعه', 9],
  ['dixieme tenth decimo decima 10e 10eme 10th dix ten diez العاشر العاشره', 10],
  ['onzieme eleventh 11e 11eme 11th onze eleven once', 11],
  ['douzieme twelfth 12e 12eme 12th douze twelve doce', 12],
] as const;
const ordinals: Readonly<Record<string, number>> = Object.fromEntries(
  names.flatMap(([words, value]) => words.split(' ').map((name) => [name, value])),
);
const romans: Readonly<Record<string, number>> = {
  ...{ ii: 2, iii: 3, iv: 4, vi: 6, vii: 7, viii: 8, ix: 9, xi: 11, xii: 12 },
};

/** Source of a pattern of numbers in words, up to twelve, folded; French, English, Spanish, Arabic. */
export const ordinalWord = Object.keys(ordinals).join('|');
/** Source of a pattern of Roman numbers of two letters or more: a letter alone is no number. */
export const romanNumber = Object.keys(romans).join('|');
/** Source of a pattern of numbers in digits or words. */
export const numberWord = `\\d{1,2}|${ordinalWord}`;

/** The digits of a number in digits, words or Roman letters; `0` for nothing. */
export const toDigits = (value: string | undefined): string =>
  String(ordinals[value ?? ''] ?? romans[value ?? ''] ?? Number(value ?? 0));
