import { expect, it } from 'vitest';
import { fr } from '../i18n/fr.ts';
import { doneAnswer, someCitation } from '../testing/answers.ts';
import { answerAsText } from './answer-as-text.ts';

it('gives the answer, then its sources in the order of their markers', () => {
  const answer = doneAnswer({
    text: 'Une valeur [1] juste [2].\n',
    citations: [someCitation({ marker: 2, plain: 'juste' }), someCitation()],
  });
  expect(answerAsText(answer, fr)).toBe(
    [
      'Une valeur [1] juste [2].',
      '',
      'Sources citées',
      '[1] Qualité des données › Les six dimensions, ligne\u00a012\u00a0: «\u00a0une valeur valide\u00a0»',
      '[2] Qualité des données › Les six dimensions, ligne\u00a012\u00a0: «\u00a0juste\u00a0»',
      '',
      fr.common.notice,
    ].join('\n'),
  );
});

it('names no source where there is none', () => {
  expect(answerAsText(doneAnswer({ text: 'Rien.' }), fr)).toBe(`Rien.\n\n${fr.common.notice}`);
});
