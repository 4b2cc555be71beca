import type { Language } from '../language/detect-language.ts';
import { formalWords } from '../language/formal-words.ts';
import { readPlainly } from '../language/read-plainly.ts';
import { foldAccents } from '../language/tokenize.ts';
import type { QuestionMatcher } from '../retrieval/expected/create-question-matcher.ts';
import { analyzeQuery, type QueryTools } from '../retrieval/query.ts';
import type { TermWeights } from '../retrieval/term-weights.ts';
import type { AnswerPromptInput } from '../tutoring/answer-prompt.ts';
import type { CandidateCache } from './candidates.ts';
import { bareQuestion, type Form, formOf } from '../language/question-forms.ts';

/** What the extraction needs besides the prompt. */
export type ExtractionTools = QueryTools & {
  readonly weights: TermWeights;
  /** Finds the expected question that a student's question resembles. */
  readonly matcher: QuestionMatcher;
  readonly read: CandidateCache;
};

/** One thing that a question speaks of. */
export type Focus = {
  readonly word: string;
  /** Stems that name it: its own, its probable spelling, its other names. */
  readonly names: ReadonlySet<string>;
  /** Names of several words, each as its stems: one is there only when all of them are. */
  readonly phrases: readonly (readonly string[])[];
  /** Everyday words that can stand for it, each as its stems. */
  readonly loose: readonly (readonly string[])[];
  /** Share of the question's meaning, above 0; rare words weigh more, words of the question's form little. */
  readonly weight: number;
  /** From the question itself, not from the one it leans on. */
  readonly own: boolean;
  /** False when the corpus holds none of its names. */
  readonly known: boolean;
  /** True for words such as "différence" or "étapes", which say what is wanted rather than of what. */
  readonly formal: boolean;
  /** True for an everyday word: when the corpus lacks it, nothing particular is missing. */
  readonly ordinary: boolean;
};

export type ParsedQuestion = {
  readonly form: Form;
  readonly language: Language;
  readonly foci: readonly Focus[];
  /** For a comparison: the foci of each side. */
  readonly sides: readonly [readonly Focus[], readonly Focus[]] | null;
  /** The folded text, for names with numbers ("projet 3"). */
  readonly folded: string;
  /** The same of the question that this one leans on; empty when it leans on none. */
  readonly leansOn: string;
};

const formalWeight = 0.25;
/** Weight of the words of the question that this one leans on, by how it leans. */
const leaningWeight = { subject: 0.9, form: 0.3 } as const;

/** Reads a question, and the one it leans on, into a form and foci. */
export function parseQuestion(
  { question, language, previous }: Pick<AnswerPromptInput, 'question' | 'language' | 'previous'>,
  tools: ExtractionTools,
): ParsedQuestion {
  const own = fociOf(question, tools, 1);
  const told = formOf(question);
  const leans = previous !== null;
  // "et en streaming ?" asks the earlier question of another subject: its form is inherited.
  const form =
    leans && (told === 'open' || previous.link === 'form')
      ? inherited(told, previous.question)
      : told;
  const known = new Set(own.flatMap(({ names }) => [...names]));
  const context = leans
    ? fociOf(previous.question, tools, leaningWeight[previous.link])
        .filter(({ names }) => ![...names].some((name) => known.has(name)))
        .map((focus) => ({ ...focus, own: false }))
    : [];
  const foci = [...own, ...context];
  return {
    form:
      form === 'open' && foci.filter(({ formal }) => !formal).length <= 2 && own.length <= 3
        ? 'definition'
        : form,
    language,
    foci,
    sides: form === 'difference' ? sidesOf(question, previous?.question ?? null, tools) : null,
    folded: bareQuestion(readPlainly(question)),
    leansOn: leans ? bareQuestion(readPlainly(previous.question)) : '',
  };
}

/** Forms that a noun alone can suggest ("et un livrable ?"): the earlier question knows better. */
const weakForms: ReadonlySet<Form> = new Set(['open', 'list', 'which', 'definition', 'yes-no']);

function inherited(told: Form, previous: string): Form {
  const before = formOf(previous);
  return weakForms.has(told) && before !== 'open' ? before : told;
}

function fociOf(text: string, tools: ExtractionTools, weight: number): readonly Focus[] {
  const { concepts } = analyzeQuery(text, tools);
  return concepts.map(({ stem, word, otherNames, looseNames }) => {
    const single = otherNames.filter(({ length }) => length === 1).map(([name]) => name!);
    const phrases = otherNames.filter(({ length }) => length > 1);
    const names = new Set([stem, ...single, ...otherLanguageStems(word, tools)]);
    const holds = (name: string) => tools.weights.holds(name);
    const held = [...names].filter(holds);
    const ordinary = looseNames.length > 0;
    const known = held.length > 0 || [...phrases, ...looseNames].some((name) => name.every(holds));
    const unheld = ordinary ? 0.3 : 1;
    const rarity =
      held.length === 0 ? unheld : Math.min(...held.map((name) => tools.weights.weightOf(name)));
    const formal = formalWords.has(word);
    return {
      word,
      names,
      phrases,
      loose: looseNames,
      ordinary,
      weight: weight * (formal ? formalWeight : 0.3 + rarity),
      own: true,
      known,
      formal,
    };
  });
}

/** The same word stemmed as the other language would: "latency" and "latence" often meet there. */
function otherLanguageStems(word: string, { analyzer }: ExtractionTools): readonly string[] {
  return [analyzer.stem(word, 'fr'), analyzer.stem(word, 'en')];
}

const separators =
  /\s+(?:et|ou|vs\.?|versus|and|or|from|with|avec|par rapport (?:a|au|aux)|plutot que?|que|contre|than|to)\s+(?:(?:l[ea]s?|un|une|du|des?|the|a|an)\s+|l')?/;
const lead =
  /^.*?\b(?:entre|between|differences?(?: entre| de| between)?|compar\w*|distingu\w*|differ\w*|choisir|oppose)\s+(?:(?:l[ea]s?|un|une|du|des?|the|a|an)\s+|l')?/;

/** "différence entre A et B", "A vs B", "et par rapport à B ?": the foci of A and of B. */
function sidesOf(
  question: string,
  previous: string | null,
  tools: ExtractionTools,
): ParsedQuestion['sides'] {
  const bare = foldAccents(question.toLowerCase())
    .replace(/[’]/g, "'")
    .replace(/[?!.]+\s*$/, '');
  const body = bare.replace(lead, '');
  const [left, right] = splitOnce(body, separators);
  const a = subjects(left, tools);
  const b = subjects(right, tools);
  if (a.length > 0 && b.length > 0) return [a, b];
  const only = a.length > 0 ? a : b;
  // "précision rappel différence": two words, one for each side.
  if (only.length === 2 && previous === null) return [[only[0]!], [only[1]!]];
  if (only.length === 0 || previous === null) return null;
  const before = subjects(previous, tools);
  return before.length > 0 ? [before, only] : null;
}

const subjects = (text: string, tools: ExtractionTools): readonly Focus[] =>
  fociOf(text, tools, 1).filter(({ formal }) => !formal);

function splitOnce(text: string, separator: RegExp): [string, string] {
  const match = separator.exec(text);
  if (!match) return [text, ''];
  return [text.slice(0, match.index), text.slice(match.index + match[0].length)];
}
