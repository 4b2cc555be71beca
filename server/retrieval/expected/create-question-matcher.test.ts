import { beforeAll, describe, expect, it } from 'vitest';
import { buildIndex } from '../../ingestion/build-index.ts';
import { createAnalyzer } from '../../language/analyzer.ts';
import { fakeDocument } from '../../testing/fakes.ts';
import { createGlossary } from '../glossary.ts';
import { createSpeller } from '../spelling.ts';
import { createQuestionMatcher, type QuestionMatcher } from './create-question-matcher.ts';
import type { ExpectedQuestion } from './expected-question.ts';

const sentences = [
  'Kafka garde les messages sept jours.',
  'Kafka a été créé chez LinkedIn en 2011.',
  'Un topic est un journal nommé.',
  'La partition garde l’ordre des messages.',
  'Le délégué veille sur le registre.',
];
const text = sentences.join('\n\n');
const asked: readonly (readonly string[])[] = [
  [
    'combien de temps kafka garde les messages ?',
    'how long are messages kept?',
    'durée de rétention',
  ],
  ['qui a créé kafka ?', 'origine de kafka', 'who created Kafka?'],
  ["c'est quoi un topic ?", 'what is a topic?', 'définition topic'],
  ["qu'est-ce qui garde l'ordre ?", 'ordre des messages', 'are messages in order?'],
  ['qui veille sur le registre ?', 'rôle du délégué', 'DPO ?'],
];
const analyzer = createAnalyzer();
let matcher: QuestionMatcher;
let questions: readonly ExpectedQuestion[];

async function matcherOver(asks: typeof asked): Promise<QuestionMatcher> {
  questions = asks.map((wordings, at) => {
    const start = text.indexOf(sentences[at]!);
    return {
      documentId: 'lecon',
      asks: wordings,
      places: [{ start, end: start + sentences[at]!.length }],
    };
  });
  const index = await buildIndex([fakeDocument(text, { title: 'Kafka et RGPD' })], {
    ...{ analyzer, embedder: null, expected: questions },
  });
  const { expected, documents, chunks, keywords } = index;
  const tools = {
    analyzer,
    glossary: createGlossary([{ fr: ['délégué'], en: ['DPO'] }], analyzer),
    lexicon: createGlossary([{ fr: ['créer', 'inventer'], en: ['create', 'invent'] }], analyzer),
    speller: createSpeller(keywords.words, keywords.forms),
  };
  return createQuestionMatcher({ expected, documents, chunks, tools });
}

beforeAll(async () => {
  matcher = await matcherOver(asked);
});

describe('match', () => {
  it('finds every wording itself, first', () => {
    for (const [at, wordings] of asked.entries()) {
      for (const ask of wordings) expect(matcher.match({ text: ask })[0]!.at).toBe(at);
    }
  });

  it.each([
    ['kafka a été inventé par qui', 1],
    ['definiton dun topic', 2],
    ['combien de jours kafka garde les messages', 0],
    ['what is the role of the DPO?', 4],
  ])('takes %j for question %i', (ask, at) => {
    const [first] = matcher.match({ text: ask });
    expect(first!.at).toBe(at);
    expect(first!.quotations).toEqual([sentences[at]]);
  });

  it('is surer of a wording than of a question on other things', () => {
    const [same] = matcher.match({ text: asked[2]![0]! });
    const [other] = matcher.match({ text: 'comment faire une quiche au fromage ?' });
    expect(same!.strength).toBeGreaterThan(2 * (other?.strength ?? 0));
  });

  it('gives shares that add up to 1, nearest first, at most so many, without those left out', () => {
    const matches = matcher.match({ text: 'kafka messages' }, { limit: 3, without: new Set([0]) });
    expect(matches.length).toBeLessThanOrEqual(3);
    expect(matches.map(({ at }) => at)).not.toContain(0);
    expect(matches.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    const nearness = matches.map((match) => match.nearness);
    expect(nearness).toEqual(nearness.toSorted((a, b) => b - a));
  });

  it('does not answer a follow-up with what was answered before it', () => {
    const context = { text: 'qui a créé kafka ?', weight: 0.9 };
    expect(matcher.match({ text: 'qui a créé kafka ?' })[0]!.strength).toBeGreaterThan(0.5);
    const followed = matcher.match({ text: 'et la durée de rétention ?', context });
    expect(followed[0]!.at).toBe(0);
    expect(followed.map(({ at }) => at)).not.toContain(1);
  });

  it('finds nothing where nothing is expected', async () => {
    const none = await matcherOver([]);
    expect(none.match({ text: 'kafka' })).toEqual([]);
    expect(none.covers('Kafka et RGPD')).toBe(false);
    expect(matcher.covers('Kafka et RGPD')).toBe(true);
  });
});
