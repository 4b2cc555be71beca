/** "deuxième", "third": the number that each names, from 1 to 10. */
const ordinals: readonly (readonly string[])[] = [
  ['premier', 'première', 'premiere', '1er', '1re', '1ère', 'first', '1st'],
  ['deuxième', 'deuxieme', 'second', 'seconde', '2e', '2ème', '2eme', '2nd'],
  ['troisième', 'troisieme', '3e', '3ème', '3eme', 'third', '3rd'],
  ['quatrième', 'quatrieme', '4e', '4ème', '4eme', 'fourth', '4th'],
  ['cinquième', 'cinquieme', '5e', '5ème', '5eme', 'fifth', '5th'],
  ['sixième', 'sixieme', '6e', '6ème', '6eme', 'sixth', '6th'],
  ['septième', 'septieme', '7e', '7ème', '7eme', 'seventh', '7th'],
  ['huitième', 'huitieme', '8e', '8ème', '8eme', 'eighth', '8th'],
  ['neuvième', 'neuvieme', '9e', '9ème', '9eme', 'ninth', '9th'],
  ['dixième', 'dixieme', '10e', '10ème', '10eme', 'tenth', '10th'],
];

const numbers = new Map(ordinals.flatMap((names, at) => names.map((name) => [name, at + 1])));

/** Longest names first: "seconde" begins with "second". */
const names = [...numbers.keys()].sort((a, b) => b.length - a.length).join('|');

/** What courses number from 1 on, without gaps; projects are not among them, theirs may begin anywhere. */
const ordinal = new RegExp(
  `(?<![\\p{L}\\p{N}])(${names})\\s+(sc[ée]narios?|cas|exercices?|cases?|exercises?)(?![\\p{L}\\p{N}])`,
  'giu',
);

/** Writes "le deuxième scénario" as "le scénario 2", as titles number them. */
export const numberOrdinals = (text: string): string =>
  text.replace(
    ordinal,
    (_, name: string, noun: string) => `${noun} ${numbers.get(name.toLowerCase())}`,
  );
