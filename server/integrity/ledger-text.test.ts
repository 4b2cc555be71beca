import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterTurn, emptyLedger } from './ledger.ts';
import { readLedgerText, toLedgerText } from './ledger-text.ts';

describe('readLedgerText', () => {
  it('gives back the ledger of every conversation', () => {
    const turn = fc.record({
      message: fc.string({ unit: 'binary' }),
      item: fc.option(fc.constantFrom('examen#A1', 'examen#A2', 'autre#A1')),
    });
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 20 }), (turns) => {
        let ledger = emptyLedger;
        for (const { message, item } of turns) ledger = afterTurn(ledger, message, item);
        // Half a surrogate pair is no text: JSON keeps it all the same.
        expect(readLedgerText(toLedgerText(ledger))).toEqual(ledger);
      }),
    );
  });

  it('begins with an empty one', () => {
    expect(readLedgerText(null)).toEqual(emptyLedger);
  });

  it.each(['', '{}', 'null', '{"turn":1}', '{"turn":-1,"armed":[],"given":[],"lastItem":null}'])(
    'never takes what it cannot read (%s) for an empty one',
    (text) => {
      expect(() => readLedgerText(text)).toThrow(/begin a new conversation/);
    },
  );
});
