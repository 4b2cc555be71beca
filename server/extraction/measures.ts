/** Words that ask for a figure, a sum or a date: what a course tells of one thing it seldom tells of the next. */
const measure =
  /\b(?:tailles?|ports?|max|maximum|maximale?s?|minimum|minimale?s?|ram|memoire vive|budgets?|chiffre d'affaires|seuils?|taux|pourcentages?|valeur par defaut|prix|tarifs?|cout\w*|salaires?|combien|nombre|age|capacite|vitesse|duree|scores?|coefficients?|bareme|points?|annee|dates?|how (?:many|much|long|often)|sizes?|prices?|costs?|salary|thresholds?|rates?|percentages?|years?)\b/;

/** True when a folded text asks for, or tells of, a measure of something. */
export const namesMeasure = (folded: string): boolean => measure.test(folded);
