import type { Candidate, Stems } from './candidates.ts';
import type { Focus, ParsedQuestion } from './parse-question.ts';
import { names } from './score-candidate.ts';

/** What is asked of a thing when everything that is said of it may answer: what it does, with what, as whom. */
const anyAspect = new Set(
  `fait faire font fais sert servent role roles mission missions outil outils utilise utilisent travail travaille quotidien
  responsabilite responsabilites metier metiers profil profils poste definition tool tools use uses used do does job jobs
  responsible profession equipe personne`.split(/\s+/),
);
/** A name that is only like the one asked for, or of its family, counts from here. */
const sameName = 0.8;

/** True for a word that asks for any aspect of a thing. */
export const asksAnyAspect = ({ word }: Focus): boolean => anyAspect.has(word);

/** What a question asks about: its own particular words, without those for an aspect. */
export const askedThing = ({ foci }: Pick<ParsedQuestion, 'foci'>): readonly Focus[] =>
  foci.filter((focus) => focus.own && !focus.formal && !asksAnyAspect(focus));

/** True when the head of a statement is the thing asked about, under one of its names and nothing besides. */
export function headIsAsked({ head }: Candidate, thing: readonly Focus[]): boolean {
  if (!head || thing.length === 0) return false;
  return head.aliases.some(
    (alias) =>
      thing.every((focus) => isNamed(alias, focus)) &&
      alias.list.every((stem) => thing.some((focus) => accountsFor(focus, stem, alias))),
  );
}

const isNamed = (stems: Stems, focus: Focus): boolean => {
  const named = names(stems, focus);
  return named >= sameName || (named > 0 && !focus.known);
};

/** True when a stem of the alias is the focus, or part of a longer name of it. */
const accountsFor = (focus: Focus, stem: string, alias: Stems): boolean =>
  isNamed({ list: [stem], set: new Set([stem]) }, focus) ||
  focus.phrases.some(
    (phrase) => phrase.includes(stem) && phrase.every((part) => alias.set.has(part)),
  );
