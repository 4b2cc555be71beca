import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recogniseSmallTalk } from './small-talk.ts';

const kindOf = (message: string, conversing = false) =>
  recogniseSmallTalk(message, conversing)?.kind ?? null;

describe('recogniseSmallTalk', () => {
  it.each([
    't’es nul',
    "T'es vraiment stupide !",
    'ta gueule',
    'you are useless',
    'fuck you',
    'merde',
  ])('takes %j for rudeness', (text) => {
    expect(recogniseSmallTalk(text)?.kind).toBe('rudeness');
  });

  it.each([
    'c’est quoi un modèle nul ?',
    'hypothèse nulle',
    'nul ou pas de valeur en SQL ?',
    'stupid question: what is Kafka?',
  ])('does not take %j for rudeness', (text) => {
    expect(recogniseSmallTalk(text)).toBeNull();
  });

  it.each([
    ['Bonjour !! 😊', 'greeting'],
    ['bjr', 'greeting'],
    ['bonjor', 'greeting'],
    ['  Bonjour Repère,  ', 'greeting'],
    ['Hello there!', 'greeting'],
    ['👋', 'greeting'],
    ['merci bcp', 'thanks'],
    ['Merci beaucoup pour ton aide !', 'thanks'],
    ['merci ❤️', 'thanks'],
    ['ok merci', 'thanks'],
    ['merci, ça m’a aidé', 'thanks'],
    ['thanks, that helped', 'thanks'],
    ['ok thank you', 'thanks'],
    ['d’accord, compris', 'thanks'],
    ['bonjour, merci', 'thanks'],
    ['👍', 'thanks'],
    ['merci, au revoir', 'farewell'],
    ['Bonne soirée !', 'farewell'],
    ['a+', 'farewell'],
    ['bye bye', 'farewell'],
    ['salut ça va ?', 'how-are-you'],
    ['How are you?', 'how-are-you'],
    ['qui es tu ?', 'abilities'],
    ['Qui es-tu ?', 'abilities'],
    ['tu es une IA ?', 'abilities'],
    ['Bonjour, que peux-tu faire ?', 'abilities'],
    ['salut, tu peux m’aider ?', 'abilities'],
    ['à quoi tu sers ?', 'abilities'],
    ['help', 'abilities'],
    ['are you a robot?', 'abilities'],
  ])('takes %j for %s', (message, kind) => {
    expect(kindOf(message)).toBe(kind);
    expect(kindOf(message, true)).toBe(kind);
  });

  it.each([
    'bonjour, c’est quoi kafka ?',
    'Bonjour ! Les livrables du projet 3 ?',
    'aide-moi à comprendre le sharding',
    'can you help me with sharding?',
    'ok et le RPO ?',
    'merci, et pour le projet 8 ?',
    'Comment ça marche Kafka ?',
    'qui est le DPO ?',
    'what is a data lake?',
    'top 5 des KPI',
    'oui',
    'pourquoi ?',
    'bon alors',
    '?',
    '🤔?',
    '',
    'c’est bon de normaliser ?',
    'bonjour '.repeat(100),
  ])('takes %j for no small talk', (message) => {
    expect(kindOf(message)).toBeNull();
  });

  it('never takes a message with a word of the course for small talk', () => {
    const polite = fc.constantFrom(
      'bonjour',
      'merci',
      'ok',
      'salut',
      'hello',
      'thanks',
      'aide',
      ',',
      '😊',
    );
    const word = fc.constantFrom('kafka', 'RGPD', 'sharding', 'livrables', 'projet', 'pourquoi');
    fc.assert(
      fc.property(
        fc.array(polite, { maxLength: 4 }),
        word,
        fc.array(polite, { maxLength: 4 }),
        (a, one, b) => {
          expect(kindOf([...a, one, ...b].join(' '))).toBeNull();
        },
      ),
    );
  });

  it.each(['comment ça marche ?', 'how does it work?', 'what is this?'])(
    'takes %j for a question about the subject once there is one',
    (message) => {
      expect(kindOf(message)).toBe('abilities');
      expect(kindOf(message, true)).toBeNull();
    },
  );

  it('tells the language where the words do', () => {
    expect(recogniseSmallTalk('thanks a lot')?.language).toBe('en');
    expect(recogniseSmallTalk('ok merci')?.language).toBe('fr');
    expect(recogniseSmallTalk('ok')?.language).toBeNull();
    expect(recogniseSmallTalk('👍')?.language).toBeNull();
  });
});
