import { resembles, sameFamily } from '../language/likeness.ts';
import type { Candidate, Stems } from './candidates.ts';
import { fits } from './form-signs.ts';
import { groupBy } from './group-by.ts';
import type { Focus, ParsedQuestion } from './parse-question.ts';

/** How well one statement speaks to the question. */
export type Scored = {
  readonly candidate: Candidate;
  readonly score: number;
  /** Share of the question's weight that the statement's own words name, 0 to 1. */
  readonly own: number;
  /** The same with its lead-in, headings and title. */
  readonly covered: number;
  /** The answer has the shape that the question asks for, 0 to 1. */
  readonly fit: number;
};

/** What a word named by the surroundings counts, against 1 in the statement itself. */
const surroundings = { leadIn: 0.9, heading: 0.8, path: 0.7, title: 0.65, before: 0.5 } as const;
/** A word of the same family ("répliquer" for "réplication"). */
const kinship = 0.8;

const weights = {
  own: 0.6,
  covered: 0.6,
  fit: 0.4,
  passage: 1,
  rank: 0.9,
  adjacency: 0.12,
} as const;

/** An everyday word that can stand for it. */
const looseness = 0.65;

/** A word that the corpus does not hold and that looks like this one: probably a slip. */
const resemblance = 0.6;

/** Scores every candidate; the order is kept. */
export function scoreCandidates(
  candidates: readonly Candidate[],
  question: ParsedQuestion,
): readonly Scored[] {
  const total = question.foci.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const passages = passageCoverage(candidates, question, total);
  return candidates.map((candidate) => {
    let own = 0;
    let covered = 0;
    for (const focus of question.foci) {
      const here = names(candidate.own, focus);
      own += focus.weight * here;
      covered += focus.weight * Math.max(here, around(candidate, focus));
    }
    own /= total;
    covered /= total;
    const fit = fits(candidate, question);
    const score =
      weights.own * own +
      weights.covered * covered +
      weights.fit * fit +
      weights.passage * passages.get(candidate.source)! +
      weights.rank / (1 + 0.3 * (candidate.source - 1)) +
      weights.adjacency * adjacency(candidate, question) -
      lengthPenalty(candidate);
    return { candidate, score, own, covered, fit };
  });
}

/** Per source, the share of the question that it names anywhere: the right sentence stands in the right passage. */
function passageCoverage(
  candidates: readonly Candidate[],
  { foci }: ParsedQuestion,
  total: number,
): ReadonlyMap<number, number> {
  return new Map(
    [...groupBy(candidates, ({ source }) => source)].map(([source, inside]) => {
      const covered = foci.reduce((sum, focus) => {
        const best = inside.reduce(
          (most, one) => Math.max(most, names(one.own, focus), around(one, focus)),
          0,
        );
        return sum + focus.weight * best;
      }, 0);
      return [source, covered / total];
    }),
  );
}

/** 1 when the stems name the focus, less for a word of its family, 0 else. */
export function names(stems: Stems, focus: Focus): number {
  for (const name of focus.names) if (stems.set.has(name)) return 1;
  if (focus.phrases.some((phrase) => phrase.every((stem) => stems.set.has(stem)))) return 1;
  for (const name of focus.names) {
    if (name.length < 5) continue;
    if (stems.list.some((stem) => sameFamily(stem, name))) return kinship;
  }
  if (!focus.known && stems.list.some((stem) => resembles(stem, focus.word))) return resemblance;
  if (focus.loose.some((name) => name.every((stem) => stems.set.has(stem)))) return looseness;
  return 0;
}

/** How far the surroundings of a candidate name a focus, 0 to 1. */
export function around({ leadIn, home, before }: Candidate, focus: Focus): number {
  return Math.max(
    leadIn ? surroundings.leadIn * names(leadIn, focus) : 0,
    surroundings.heading * names(home.heading, focus),
    surroundings.path * names(home.path, focus),
    surroundings.title * names(home.title, focus),
    before ? surroundings.before * names(before.own, focus) : 0,
  );
}

/** Share of the question's neighbouring words that are neighbours here too. */
function adjacency({ own }: Candidate, { foci }: ParsedQuestion): number {
  const asked = foci.filter((focus) => focus.own && !focus.formal);
  if (asked.length < 2) return 0;
  let together = 0;
  for (let at = 1; at < asked.length; at += 1) {
    const [a, b] = [asked[at - 1]!, asked[at]!];
    if (own.list.some((stem, i) => a.names.has(stem) && b.names.has(own.list[i + 1] ?? '')))
      together += 1;
  }
  return together / (asked.length - 1);
}

/** Sentences about the lesson itself answer nothing. */
const aboutLesson =
  /^(?:cette lecon|ce chapitre|ce cours|ce document|this lesson|this chapter)\b|^(?:elle|il) (?:compare|decrit|traite|presente|explique|definit|montre)\b/;

function lengthPenalty({ shown, kind, words, folded }: Candidate): number {
  if (aboutLesson.test(folded)) return 0.5;
  if (kind === 'code') return 0.35;
  // A bare name, as in a table of contents.
  if (words.length < 3 && (kind === 'sentence' || kind === 'item')) return 0.5;
  return shown.length > 400 ? 0.08 : 0;
}
