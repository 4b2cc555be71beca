import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlainly } from './read-plainly.ts';

describe('readPlainly', () => {
  it.each([
    ['Quels sont les 5V du big data ?', 'Quels sont les 5 V du big data ?'],
    ['which are the 5 Vs?', 'which are the 5 V?'],
    ['la contrainte du deuxième scénario', 'la contrainte du scénario 2'],
    ['Explique-moi Kafka simplement', 'Explique-moi Kafka'],
    ['Je ne comprends rien au sharding, aide-moi', 'au sharding,'],
    ['I don’t understand sharding', 'sharding'],
    ['Bonjour, par quoi commencer ?', 'par quoi commencer ?'],
    ['bonjour', 'bonjour'],
    ['le lock de uv v2', 'le lock de uv v2'],
  ])('reads %j as %j', (question, plain) => {
    expect(readPlainly(question).trim().replace(/\s+/g, ' ')).toBe(plain);
  });

  it('leaves something to look up wherever there was something', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('simplement', 'aide-moi', 'je ne comprends pas', '5V', 'Kafka')),
        (words) => {
          const text = words.join(' ');
          expect(/[\p{L}\p{N}]/u.test(readPlainly(text))).toBe(/[\p{L}\p{N}]/u.test(text));
        },
      ),
    );
  });
});
