import type { Candidate } from './candidates.ts';
import type { Focus, ParsedQuestion } from './parse-question.ts';

const number =
  /(?:^|[^\p{L}\p{N}])(?:\d[\d\s.,]*|un seul|une seule|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|vingt|trente|cent|mille|two|three|four|five|seven|eight|nine|ten|moitie|half|double)(?=$|[^\p{L}\p{N}])/u;
const duration =
  /\d[\d\s.,]*\s*(?:ms|millisecondes?|s|secondes?|min|minutes?|h|heures?|jours?|semaines?|mois|ans?|annees?|seconds?|hours?|days?|weeks?|months?|years?)\b|\b(?:un|deux|trois|six|one|two|three) (?:jours?|mois|ans?|heures?|semaines?|days?|months?|years?|hours?)\b|\b(?:quotidien|hebdomadaire|mensuel|annuel|daily|weekly|monthly)/;
const moment =
  /\b(?:\d{4}|quand|lorsque?|lorsqu|des que|des qu|apres|avant|chaque|tous les|toutes les|janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|jour|nuit|matin|lundi|samedi|semaine|quotidien\w*|when|after|before|every|daily)\b/;
const person =
  /\b(?:responsable|proprietaire|owner|steward|dpo|delegue|equipe|analystes?|ingenieurs?|engineers?|scientists?|developers?|manager|direction|directeur|maire|sponsor|comite|chef|client|data [a-z]+|metiers?|administrateur|trainer|team)\b/;
/** A first name and a surname, not at the start of the sentence. */
const fullName = /(?:^|[\s(])\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}{2,}/u;
const reason =
  /\b(?:parce qu\w*|car|afin|pour (?:que|eviter|ne|[a-z]+er|[a-z]+ir|[a-z]+re)|permet\w*|evite\w*|raison|sinon|grace|puisqu\w*|sert|c'est pourquoi|en effet|because|since|so that|allows?|avoids?|reduit|garantit|facilite)\b/;
const example =
  /\b(?:par exemple|p\. ex|exemples?|comme|ainsi|for example|such as|e\.g|imaginons|supposons|chez)\b/;
const contrast =
  /\b(?:tandis qu\w*|alors qu\w*|contrairement|difference|differe\w*|en revanche|a l'inverse|a l'oppose|plutot qu\w*|au contraire|whereas|while|unlike|mais|quant a)\b/;
const asksForDate = /\b(?:annee|year|date|depuis quand|since when)\b/;
const year =
  /\b(?:1[89]|20)\d\d\b|\b(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre)\b/;
const asksForPrice = /\b(?:prix|coute|couter|tarif|price|cost|costs|salaire|salary|gagne|paye)\b/;
const price = /\d\s*(?:€|euros?|\$|dollars?|k€)/;
const asksForName =
  /\b(?:invente\w*|cree|createur|fondateur|auteur|nom d\w*|s'appelle|invented|created|founder|author|name)\b/;
export const copula = new Set(
  'est sont designe designent signifie consiste correspond represente mesure mesurent regroupe rassemble decrit definit permet sert is are means refers denotes describes conserve stocke verifie vise'.split(
    ' ',
  ),
);
const place = /\b(?:a|en|dans|chez|sur|sous|in|at|on)\b/;

/** What a question cannot be answered without: a price, a name, a date; `null` when it asks for none of them. */
export function neededSign(folded: string): ((candidate: Candidate) => boolean) | null {
  if (asksForPrice.test(folded)) return (candidate) => price.test(candidate.folded);
  if (asksForName.test(folded)) return ({ shown }) => fullName.test(shown);
  if (asksForDate.test(folded)) return (candidate) => year.test(candidate.folded);
  return null;
}

/** How far a statement has the shape of the answer that the question asks for, 0 to 1. */
export function fits(candidate: Candidate, question: ParsedQuestion): number {
  const { folded, kind, order } = candidate;
  switch (question.form) {
    case 'definition':
      return definition(candidate, question.foci);
    case 'difference':
      return contrast.test(folded)
        ? 1
        : candidate.cells.length > 2
          ? 0.4
          : 0.5 * definition(candidate, question.foci);
    case 'duration':
      return duration.test(folded) ? 1 : 0;
    case 'count':
      if (asksForPrice.test(question.folded)) return price.test(folded) ? 1 : 0;
      return number.test(folded) ? 1 : 0;
    case 'when':
      if (asksForDate.test(question.folded)) return year.test(folded) ? 1 : 0;
      return moment.test(folded) ? 1 : duration.test(folded) ? 0.6 : 0;
    case 'who':
      if (asksForName.test(question.folded)) return fullName.test(candidate.shown) ? 1 : 0;
      return fullName.test(candidate.shown) ? 1 : person.test(folded) ? 0.7 : 0;
    case 'where':
      return place.test(folded) ? 0.3 : 0;
    case 'why':
      return reason.test(folded) ? 1 : 0;
    case 'example':
      return example.test(folded) ? 1 : kind === 'code' ? 0.6 : 0;
    case 'steps':
      return order !== null ? 1 : 0;
    case 'list':
      return kind === 'item' ? 0.7 : kind === 'row' ? 0.5 : /:\s*$/.test(folded) ? 0.2 : 0;
    case 'which':
    case 'yes-no':
    case 'open':
      return 0;
  }
}

/** Latest word at which a definition's subject may begin. */
const latestSubject = 5;
/** Words allowed between the subject and its verb: an acronym in full, an apposition. */
const gap = 9;

/** "Un X est …", "X : …", "Le X (…) désigne …", a row whose first cell is X. */
export function definition(candidate: Candidate, foci: readonly Focus[]): number {
  const subject = foci.filter(({ formal, own }) => !formal && own);
  const asked = subject.length > 0 ? subject : foci.filter(({ formal }) => !formal);
  if (asked.length === 0) return 0;
  if (candidate.cells.length > 0) {
    return holdsAll(candidate.cells[0]!, asked, candidate) ? 0.8 : 0;
  }
  const [head, colon] = headOf(candidate);
  if (colon && holdsAll(head, asked, candidate)) return 0.85;
  const at = subjectEnd(candidate, asked);
  if (at === null) return 0;
  const after = candidate.words.slice(at + 1, at + 2 + gap);
  const verb = after.findIndex((word) => copula.has(word));
  if (verb === -1) return 0.25;
  // "Un POC n'est pas …" says what it is not.
  if (after[verb + 1] === 'pas' || after[verb + 1] === 'not') return 0.25;
  return verb === 0 ? 1 : verb <= 2 ? 0.9 : 0.8;
}

/** What stands before a colon or a dash near the beginning. */
function headOf({ shown }: Candidate): [string, boolean] {
  const match = /^([^:–—]{2,60}?)\s*(?::|\s[–—]\s)\s*\S/u.exec(shown);
  return [match?.[1] ?? '', match !== null];
}

const holdsAll = (text: string, asked: readonly Focus[], { own }: Candidate): boolean => {
  const words = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return (
    text !== '' &&
    words.split(/[^\p{L}\p{N}]+/u).filter((word) => word.length > 2).length <= asked.length + 4 &&
    asked.every(
      (focus) =>
        [...focus.names].some((name) => own.set.has(name)) &&
        [focus.word, ...focus.names].some((name) => words.includes(name)),
    )
  );
};

/** Index, in the statement's words, of the last word of its subject when that is what was asked; else `null`. */
function subjectEnd(candidate: Candidate, asked: readonly Focus[]): number | null {
  let end = -1;
  for (const focus of asked) {
    const at = candidate.words.findIndex((word) =>
      [...focus.names, focus.word].some(
        (name) => name.length > 1 && (word === name || (name.length > 3 && word.startsWith(name))),
      ),
    );
    if (at === -1 || at > latestSubject + asked.length) return null;
    end = Math.max(end, at);
  }
  return end;
}
