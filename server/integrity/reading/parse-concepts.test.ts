import { describe, expect, it } from 'vitest';
import { TutorError } from '../../errors.ts';
import { parseConcepts } from './parse-concepts.ts';

const concept = (id: string, fr = 'nettoy') =>
  `  - { id: ${id}, fr: [${fr}], en: [clean], es: [limpi], ar: [تنظيف] }`;
const file = (...topics: string[]) => ['roles: []', 'exam: []', 'topics:', ...topics].join('\n');

function problemOf(source: string): string {
  try {
    parseConcepts(source, 'concepts.yaml');
  } catch (error) {
    expect(error).toBeInstanceOf(TutorError);
    return (error as TutorError).message;
  }
  return 'none';
}

describe('parseConcepts', () => {
  it('reads whole words, beginnings, phrases and capitals', () => {
    const [read] = parseConcepts(
      file(concept('true', "nettoy, lit., mise en ligne, DE, d'abord")),
      'concepts.yaml',
    );
    expect(read).toMatchObject({ id: 'true', kind: 'topic' });
    expect(read!.roots.slice(0, 5)).toEqual([
      { words: [{ text: 'nettoy', whole: false }], capitals: false },
      { words: [{ text: 'lit', whole: true }], capitals: false },
      {
        words: [
          { text: 'mise', whole: false },
          { text: 'en', whole: true },
          { text: 'ligne', whole: false },
        ],
        capitals: false,
      },
      { words: [{ text: 'DE', whole: true }], capitals: true },
      { words: [{ text: 'abord', whole: false }], capitals: false },
    ]);
  });

  it.each([
    ['roles: [', /line 1.*not valid YAML/],
    ['roles: []\nexam: []', /topics is wrong/],
    [file(concept('a'), concept('a')), /line 5.*"a" is there twice/],
    [file(concept('a'), concept('b', 'à')), /line 5.*"à" of "b" would meet too much/],
    [file(concept('a', 'faire un.')), /line 4.*"faire un." of "a"/],
    [file(concept('Not An Id')), /line 4.*topics\.0\.id is wrong/],
    [file('  - { id: a, fr: [nettoy], en: [clean], es: [limpi] }'), /line 4.*topics\.0\.ar/],
    [file('  - { id: a, de: [putzen] }'), /line 4.*wrong/],
    [file(concept('a'), '  - *a'), /line 5/],
  ])('says in one sentence what is wrong with %j', (source, problem) => {
    const message = problemOf(source);
    expect(message).toMatch(problem);
    expect(message).toMatch(/^concepts\.yaml, line \d+: .*correct that line\.$/);
    expect(message).not.toContain('\n');
  });
});
