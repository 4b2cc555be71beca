import type { TurnMutant } from './mutant.ts';
import type { Turn } from './turn.ts';

const defect = (
  name: string,
  killers: readonly string[],
  rewrite: (text: string, turn: Turn) => string,
): TurnMutant => ({
  ...{ name, area: 'generation', suites: ['answers'] },
  killers: killers.map((metric) => `answers.${metric}`),
  change: (turn) =>
    turn.decision === 'answer' ? { ...turn, text: rewrite(turn.text, turn) } : turn,
});

const english =
  'The course explains this in the lesson that you have just read, and it says that the answer depends on what you want to measure.';

/** Defects of what is written. Made anew for a run, for one remembers what it said. */
export function generationMutants(): readonly TurnMutant[] {
  let before = 'Je ne sais pas encore.';
  return [
    defect('turns every statement into its denial', ['grounded'], (text) =>
      text.replace(/\b(est|sont|a|ont|peut|permet|sert|contient|traite)\b/g, 'ne $1 pas'),
    ),
    defect('drops every denial', ['grounded', 'gold-fact'], (text) =>
      text
        .replace(/\b(?:ne |n[’'])(\S+(?: \S+)?) (?:pas|jamais|plus|aucune?)\b/g, '$1')
        .replace(/\b(?:aucune?|sans)\b/gi, 'un'),
    ),
    defect('adds one to every number', ['grounded', 'gold-fact'], (text) =>
      text.replace(/(?<!\[)\b\d+\b(?!\])/g, (number) => String(Number(number) + 1)),
    ),
    defect('confuses names', ['grounded', 'gold-fact'], (text) =>
      text.replace(
        /\b(?:Kafka|Spark|Lambda|Kappa|Airflow|Hadoop|Flink|Parquet|Avro|Python|SQL)\b/g,
        'Zorglub',
      ),
    ),
    defect(
      'adds a claim of its own',
      ['grounded'],
      (text) => `${text} Cette méthode est aussi la plus rapide de toutes les méthodes connues.`,
    ),
    defect(
      'contradicts itself',
      ['grounded'],
      (text) =>
        `${text} En réalité, cette affirmation du cours est entièrement fausse et dépassée.`,
    ),
    defect('pads with what it found', ['grounded'], (text, { sources }) =>
      [text, ...sources.slice(0, 4).map(({ snippet }) => snippet)].join('\n\n'),
    ),
    defect('stops half-way', ['gold-fact', 'vital-facts', 'markers-bound'], (text) =>
      text.slice(0, text.length / 2),
    ),
    defect('says the first words only', ['gold-fact', 'vital-facts'], (text) =>
      text.split(' ').slice(0, 6).join(' '),
    ),
    defect('says nothing', ['gold-fact', 'vital-facts'], () => ''),
    defect('answers in English', ['language', 'gold-fact'], () => english),
    defect('gives the answer before', ['gold-fact', 'grounded'], (text) => {
      const earlier = before;
      before = text;
      return earlier;
    }),
    defect('keeps the first item of lists', ['vital-facts', 'gold-fact', 'markers-bound'], (text) =>
      text.replace(/(\n[-*\d][^\n]*)(?:\n[-*\d][^\n]*)+/g, '$1'),
    ),
    defect('shuffles its words', ['gold-fact', 'vital-facts'], (text) =>
      text.split(' ').sort().join(' '),
    ),
  ];
}
