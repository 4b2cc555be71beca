import { pick } from '../statistics/random.ts';
import { disguises, withTypos } from './disguise.ts';
import type { ExamStatements } from './exam-statements.ts';
import { labelOf } from './item-label.ts';
import type { WordedCase, Wordings } from './read-wordings.ts';

/** Fills a template for an item; `null` when it lacks what the template asks for. */
export type Filler = (template: WordedCase, item: string) => WordedCase | null;

export type FillerParts = ExamStatements & {
  readonly wordings: Wordings;
  readonly options: ReadonlyMap<string, readonly string[]>;
  readonly random: () => number;
};

/**
 * Fills `{verbatim}`, `{typo}`, `{wording}` or `{wording.en}`, `{label}`, `{number}`, `{n}`, `{option}`, `{other}`,
 * `{first}` and `{second}` (halves), `{step}` and `{later}` (two steps in any order), and `{base64}` and the other
 * disguises of the statement.
 */
export function createFiller({
  statements,
  steps,
  wordings,
  options,
  random,
}: FillerParts): Filler {
  return (template, item) => {
    let lacking = false;
    const proposals = options.get(item) ?? [];
    const option = proposals.length > 0 ? pick(proposals, random) : '';
    const others = proposals.filter((one) => one !== option);
    const [step, later] = [pick(steps, random), pick(steps, random)];
    const statement = statements.get(item) ?? '';
    const [first, second] = halves(statement);
    const values: Readonly<Record<string, string>> = {
      ...{ verbatim: statement, option, step, first, second },
      other: others.length > 0 ? pick(others, random) : '',
      later: step === later ? '' : later,
      number: item,
      n: item.slice(1),
    };
    const value = (name: string): string => {
      const [kind, lang = template.lang] = name.split('.');
      const disguise = disguises[name];
      if (disguise) return disguise(statement);
      if (name === 'typo') return withTypos(statement, random);
      if (kind === 'wording') return wordings.items[item]?.[lang] ?? '';
      if (kind === 'label') return labelOf(item, lang);
      return values[name] ?? '';
    };
    const turns = template.turns.map((turn) =>
      turn.replace(/\{([a-z0-9.]+)\}/g, (_, name: string) => {
        const text = value(name);
        if (text === '') lacking = true;
        return text;
      }),
    );
    return lacking ? null : { ...template, scope: [item], turns };
  };
}

/** A statement cut between two words near its middle. */
function halves(statement: string): readonly [string, string] {
  const words = statement.split(' ');
  const middle = Math.ceil(words.length / 2);
  return [words.slice(0, middle).join(' '), words.slice(middle).join(' ')];
}
