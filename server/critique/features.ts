import type { DraftUnit } from './draft-units.ts';
import { isProgram } from './is-program.ts';
import { soundKey } from './sound-key.ts';
import type { Feature } from './task-schema.ts';

const unit =
  '(?:jours?|j|semaines?|sem|mois|ans?|annees?|trimestres?|heures?|journees?|nuits?|sprints?|days?|weeks?|wks?|months?|years?|quarters?|hours?)';
const spelled =
  '(?:un|une|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|one|two|three|four|five|seven|eight|nine|ten|twelve)';
const month =
  '(?:janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|june|july|august|september|october|november|december)';

/** Over folded text: lower case, accents removed. */
const patterns: Readonly<Record<Exclude<Feature, 'code' | 'arrows' | 'row'>, RegExp>> = {
  duration: new RegExp(
    `\\b\\d+(?:[.,]\\d+)?\\s?(?:a|-|–|to)?\\s?\\d*\\s?${unit}\\b|\\b${spelled}\\s${unit}\\b|\\b(?:mois|semaine|sprint|month|week|trimestre|quarter|jour|day)s?\\s?\\d|\\b[msqt]\\d{1,2}\\b|\\bdemi[- ](?:journee|heure)s?\\b|\\bhalf an? (?:day|hour)\\b|\\b${month}\\b|\\b\\d{1,2}/\\d{1,2}\\b`,
  ),
  percent: /\d\s?%|\bpour ?cents?\b|\bpercent|\bper cent/,
  figure: /\d/,
  target:
    /[<>≤≥=±]\s?\d|[+−-]\s?\d+(?:[.,]\d+)?\s?%|\d+(?:[.,]\d+)?\s?(?:%|ms\b|s\b|secondes?|seconds?|min\b|minutes?|heures?|h\b|hours?|jours?|days?|\/10|\/5|€)|\b(?:moins|plus) d[e'’ ]+\s?\d|\b(?:au moins|au plus|minimum|maximum|at least|at most|below|under|above|over|less than|more than|sous les|jusqu'?a|zero|max|min)\s\d?/,
  /** Two things set against each other: a risk and what is done, a name and what it is. */
  pair: /\([^)]{6,}\)|→|[-=]>|\bdonc\b|\bso\b|\bdu coup\b|\S ?: ?\S/,
  money: /€|\beuros?\b|\b\d+\s?k€?\b|\$\s?\d|\bdollars?\b|\bkeur\b/,
};

/** How the units of a duration sound, for those who spell by ear. */
const unitSounds = new Set(
  ['jours', 'semaines', 'mois', 'ans', 'annees', 'trimestres', 'sprints', 'weeks', 'months'].map(
    soundKey,
  ),
);

/** A number before a word that sounds like a unit of time. */
const hasSpokenDuration = (folded: string): boolean =>
  [...folded.matchAll(/\d ?([a-z]{3,10})/g)].some(([, word]) => unitSounds.has(soundKey(word!)));

/** Whether a piece of a draft has a feature. @param folded its text in lower case, without accents */
export function hasFeature(feature: Feature, folded: string, kind: DraftUnit['kind']): boolean {
  if (feature === 'row') return kind === 'row';
  if (feature === 'code') return isProgram(folded, kind);
  if (feature === 'arrows') return countArrows(folded) > 0;
  if (feature === 'duration' && hasSpokenDuration(folded)) return true;
  return patterns[feature].test(folded);
}

/** Arrows of a drawing in text. @param text of a draft */
export const countArrows = (text: string): number =>
  (text.match(/[-=~]{1,3}>|→|⇒|⟶|➜|▶|►|↓|▼|\|>/g) ?? []).length;
