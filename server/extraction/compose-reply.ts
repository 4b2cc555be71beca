import { asksForWork } from './asks-for-work.ts';
import type { Candidate, Stems } from './candidates.ts';
import type { ParsedQuestion } from './parse-question.ts';
import { names } from './score-candidate.ts';
import type { Selection } from './selection.ts';

/** Longest quotation of the reply protocol, in UTF-16 code units. */
const maxQuote = 1_500;

/** The only words of an offline answer that are not the course's own. */
const connecting = {
  fr: {
    otherLanguage: 'Le cours le dit en anglais :',
    notMine: 'Je ne fais pas le travail à votre place ; voici ce que le cours en dit.',
    counted: (count: number) => `Le cours en énumère ${count} :`,
  },
  en: {
    otherLanguage: 'The course says, in French:',
    notMine: 'I do not do the work for you; here is what the course says about it.',
    counted: (count: number) => `The course lists ${count}:`,
  },
} as const;

/** The colon after the course's own words, in the course's language, whatever the question's is. */
const colons = { fr: ' :', en: ':' } as const;

/** Writes the selected statements down in the reply protocol, each with its quotation. */
export function composeReply(selection: Selection, question: ParsedQuestion): string {
  const candidates = selection.parts.map(({ candidate }) => candidate);
  const foreign = candidates[0]!.home.language !== question.language;
  const opening = foreign ? `${connecting[question.language].otherLanguage}\n\n` : '';
  const refusal = asksForWork.test(question.folded)
    ? `${connecting[question.language].notMine}\n\n`
    : '';
  return refusal + opening + body(selection, candidates, question);
}

function body(
  { kind }: Selection,
  candidates: readonly Candidate[],
  question: ParsedQuestion,
): string {
  const [first] = candidates;
  const oneList = first!.group !== null && candidates.every(({ group }) => group === first!.group);
  if (kind === 'list') return listReply(candidates, question);
  if (oneList && candidates.length > 1) {
    return listReply(
      candidates.toSorted((a, b) => a.at - b.at),
      question,
    );
  }
  const parts = candidates.map((candidate, index) => {
    const told = index > 0 && sameHome(candidate, candidates[index - 1]!);
    const announced = candidates.some(({ quote }) => quote === candidate.leadIn?.quote);
    return (told && kind !== 'cases' && !isCutOff(candidate, candidates[index - 1]!)) || announced
      ? cited(candidate)
      : labelled(candidate, question, kind === 'cases');
  });
  const running = kind === 'statements' && candidates.every((one) => one.kind === 'sentence');
  return running || parts.length === 1
    ? parts.join(' ')
    : parts.map((part) => `- ${part}`).join('\n');
}

/** An item that goes on from a lead-in which nothing before it has said: "regarder les résultats chaque jour …". */
const isCutOff = ({ kind, shown, leadIn, group }: Candidate, before: Candidate): boolean =>
  kind === 'item' && leadIn !== null && /^\p{Ll}/u.test(shown) && before.group !== group;

const sameHome = (a: Candidate, b: Candidate): boolean =>
  a.home.document === b.home.document && a.home.section === b.home.section;

function listReply(items: readonly Candidate[], question: ParsedQuestion): string {
  const first = items[0]!;
  const words = connecting[question.language];
  const lead =
    first.kind === 'item' && first.leadIn
      ? leadOf(first.leadIn, first.source)
      : placeOf(first, question);
  const counted =
    question.form === 'count' && first.leadIn && !sayHowMany(first)
      ? `\n${words.counted(items.length)}`
      : '';
  const lines = items.map((item) =>
    item.order === null ? `- ${cited(item)}` : `${item.order}. ${cited(item)}`,
  );
  return `${lead}${colons[first.home.language]}${counted}\n${lines.join('\n')}`;
}

/** The statement, preceded by whom or what it is about when it does not say so itself. */
function labelled(candidate: Candidate, question: ParsedQuestion, always: boolean): string {
  const separator = `${colons[candidate.home.language]} `;
  if (!always && saysItself(candidate, question)) return cited(candidate);
  const { leadIn, home } = candidate;
  if (!always && leadIn && candidate.kind === 'item') {
    const lead = leadOf(leadIn, candidate.source);
    const place = leadSays(leadIn, question) ? '' : `${placeOf(candidate, question)}${separator}`;
    return `${place}${lead}${separator}${cited(candidate)}`;
  }
  const named = always && (home.section === '' || /\d/.test(home.document));
  const place = named ? home.document : placeOf(candidate, question);
  // One colon a line: that of a heading becomes a dash.
  return `${place.replace(/\s:\s/g, ' – ')}${separator}${cited(candidate)}`;
}

/** True when the statement names the thing asked about: the weightiest focus that the corpus knows. */
function saysItself({ own, cells }: Candidate, question: ParsedQuestion): boolean {
  const subject = subjectOf(question);
  return subject.length === 0 || subject.some((focus) => names(own, focus) > 0) || cells.length > 0;
}

const leadSays = (leadIn: NonNullable<Candidate['leadIn']>, question: ParsedQuestion): boolean =>
  subjectOf(question).some((focus) => names(leadIn, focus) > 0);

/** The two weightiest foci; a proper name or a rare notion is what a question is about. */
const subjectOf = ({ foci }: ParsedQuestion) =>
  foci
    .filter(({ formal, known }) => !formal && known)
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, 2);

/** True when the lead-in gives the number of items already: "Trois étapes :". */
const sayHowMany = ({ leadIn }: Candidate): boolean =>
  leadIn !== null &&
  /\d|\b(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|two|three|four|five|seven|eight|nine|ten)\b/i.test(
    leadIn.shown,
  );

/** A lead-in with its quotation, to be followed by a colon. */
const leadOf = ({ shown, quote }: { shown: string; quote: string }, source: number): string =>
  `${apart(shown.replace(/[\s.:]+$/, ''))} [[${source}|${quotable(quote)}]]`;

/** The heading or the title that names what was asked; both when neither does. */
function placeOf({ home }: Candidate, question: ParsedQuestion): string {
  const heading = (home.section.split(' › ').at(-1) ?? '').replace(/^\d+[.)]\s*/, '');
  const subject = subjectOf(question);
  const namedBy = (stems: Stems) => subject.some((focus) => names(stems, focus) > 0);
  if (heading === '' || heading === home.document) return home.document;
  if (namedBy(home.heading)) return heading;
  return namedBy(home.title) ? home.document : `${home.document} – ${heading}`;
}

/** A header that makes its column depend on something: "Si la réponse est non". */
const conditional = /^(?:si|if) /i;

function cited(candidate: Candidate): string {
  const { cells, headerCells, shown, quote, source, sentences } = candidate;
  if (sentences.length > 1 && sentences.every((sentence) => hasWords(sentence.shown))) {
    return sentences.map((sentence) => quoted(sentence.shown, sentence.quote, source)).join(' ');
  }
  if (cells.length === 0) return quoted(shown, quote, source);
  const pairs = cells.map((text, index) => {
    const cell = text.replace(/[.;]$/, '');
    const header = headerCells[index];
    // A condition that no quotation holds cannot be said, nor its cell without it.
    if (header && index > 0 && conditional.test(header)) return '';
    return header && cell !== '' && index > 0 ? `${header} : ${cell}` : cell;
  });
  const [head, ...rest] = pairs.filter((pair) => pair !== '');
  return quoted(rest.length > 0 ? `${head} – ${rest.join(' ; ')}` : (head ?? shown), quote, source);
}

/** Enough of a text to be quoted: a stray bracket or number is not. */
const hasWords = (text: string): boolean => (text.match(/\p{L}/gu)?.length ?? 0) >= 3;

/** What of a quotation the protocol can carry: not too long, and without the brackets that end it. */
function quotable(quote: string): string {
  const end = quote.indexOf(']]');
  const whole = end === -1 ? quote : quote.slice(0, end);
  if (whole.length <= maxQuote) return whole;
  const space = whole.lastIndexOf(' ', maxQuote);
  return whole.slice(0, space === -1 ? maxQuote : space);
}

/** What is shown must not be read as a citation: `df[["a"]]` becomes `df[ ["a"] ]`. */
const apart = (shown: string): string => shown.replace(/([[\]])(?=\1)/g, '$1 ');

/**
 * Puts the quotation before the final stop, so that the marker belongs to its sentence; after a question or exclamation
 * mark, which French sets apart with a space.
 */
function quoted(shown: string, quote: string, source: number): string {
  const exact = quotable(quote);
  const citation = `[[${source}|${exact}]]`;
  const text = apart(shown.trim().replace(/^[^\p{L}\p{N}«“"([$<>≥≤%+-]+/u, ''));
  if (/[?!]$/.test(text)) return `${text} ${citation}`;
  return `${text.replace(/[\s.…;]+$/u, '')} ${citation}.`;
}
