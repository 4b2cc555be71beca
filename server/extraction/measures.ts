/** Measures that one thing may be told of and the next not: by kind, words of a folded text that ask for it or tell of it. */
const measures: readonly RegExp[] = [
  /\b(?:prix|tarifs?|cout\w*|salaires?|budgets?|chiffre d'affaires|gagne|paye|prices?|cost\w*|salary|revenue)\b/,
  /\b(?:annee|dates?|quel jour|years?|deadline|echeance)\b/,
  /\b(?:tailles?|capacite|ram|memoire vive|max|maximum|maximale?s?|minimum|minimale?s?|sizes?|au plus|au moins|depasser|limite)\b/,
  /\b(?:seuils?|taux|pourcentages?|proportions?|thresholds?|rates?|percentages?)\b/,
  /\b(?:combien|nombre|how many|how much|how long|duree|dure|temps|frequence|how often)\b/,
  /\b(?:coefficients?|bareme|points?|notes?|score)\b/,
  /\b(?:ports?)\b/,
];

/** The kinds of measure that a folded text asks for or tells of, by number. */
export const measuresIn = (folded: string): readonly number[] =>
  measures.flatMap((words, kind) => (words.test(folded) ? [kind] : []));
