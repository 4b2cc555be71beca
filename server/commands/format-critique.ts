import type { Citation } from '../contract/course.ts';
import type { CriterionFinding, FeedbackItem, ProgressItem } from '../contract/critiques.ts';
import { printable } from '../terminal/printable.ts';
import type { Style } from '../terminal/style.ts';
import type { CollectedCritique } from './collect-critique.ts';
import { critiqueWords } from './critique-words.ts';

type Words = (typeof critiqueWords)['fr' | 'en'];

const flat = (text: string): string => printable(text.replace(/\s+/g, ' ').trim());

/** The whole feedback as lines of text: what to read first, each criterion with its quotations, and the progress. */
export function formatCritique(
  { critique, language, fallback }: CollectedCritique,
  { bold, dim }: Style,
): readonly string[] {
  const words = critiqueWords[language];
  const nameOf = (about: string): string | undefined =>
    critique.criteria.find(({ criterion }) => criterion === about)?.name;
  return [
    bold(words.items),
    ...critique.items.flatMap((item, at) => itemLines(item, at + 1, nameOf(item.about), words)),
    '',
    bold(words.criteria),
    ...critique.criteria.flatMap((criterion) => criterionLines(criterion, words)),
    ...critique.findings.flatMap(({ sentence, quotations }) => [
      `- ${sentence}`,
      ...quotations.map(({ quote }) => `    ${words.quote(flat(quote))}`),
    ]),
    ...progressLines(critique.progress, words, bold),
    '',
    ...(fallback ? [dim(words.fallback)] : []),
    dim(words.notice),
  ];
}

function itemLines(
  { sentence, question, nextStep }: FeedbackItem,
  number: number,
  name: string | undefined,
  words: Words,
): readonly string[] {
  return [
    `${number}. ${name === undefined ? '' : `${name}${words.colon} `}${sentence}`,
    `   ${words.question}${words.colon} ${question}`,
    `   ${words.next}${words.colon} ${nextStep}`,
  ];
}

function criterionLines(
  { name, finding, quotations, citation }: CriterionFinding,
  words: Words,
): readonly string[] {
  return [
    `- ${name}${words.colon} ${words.findings[finding]}`,
    ...quotations.map(({ quote }) => `    ${words.quote(flat(quote))}`),
    ...(citation
      ? [
          `    ${words.course}${words.colon} ${words.quote(flat(citation.plain))} ${place(citation)}`,
        ]
      : []),
  ];
}

const place = ({ marker, title, headings }: Citation): string =>
  printable(`[${marker}] ${[title, ...headings].join(' › ')}`);

function progressLines(
  progress: readonly ProgressItem[] | null,
  words: Words,
  bold: Style['bold'],
): readonly string[] {
  if (!progress || progress.length === 0) return [];
  return [
    '',
    bold(words.progress),
    ...progress.flatMap(({ name, change, before, now, gone }) => [
      `- ${name}${words.colon} ${words.changes[change]}`,
      ...(before
        ? [
            `    ${words.before}${words.colon} ${words.quote(flat(before.quote))}${gone ? ` (${words.gone})` : ''}`,
          ]
        : []),
      ...(now ? [`    ${words.now}${words.colon} ${words.quote(flat(now.quote))}`] : []),
    ]),
  ];
}
