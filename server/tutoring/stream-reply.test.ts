import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerEvent } from '../contract/answers.ts';
import { fakeChatModel, fakeDocument, freeTurn, retrievedWhole } from '../testing/fakes.ts';
import type { OutputScan } from '../integrity/scan/scan-output.ts';
import { phrases } from './phrases.ts';
import { type Reply, streamReply } from './stream-reply.ts';

const kafka = fakeDocument('Kafka conserve les messages pendant sept jours.', { id: 'kafka' });
const kappa = fakeDocument('L’architecture Kappa n’a qu’un chemin.', { id: 'kappa' });
const chunks = retrievedWhole([kafka, kappa]);
const documents = new Map([kafka, kappa].map((document) => [document.id, document]));

async function run(pieces: Iterable<string>, signal = new AbortController().signal) {
  const stream = streamReply(
    fakeChatModel(() => pieces),
    { messages: [], chunks, language: 'fr', nearest: 2, guarded: freeTurn },
    signal,
  );
  let shown = '';
  for (;;) {
    const next: IteratorResult<AnswerEvent, Reply> = await stream.next();
    if (next.done) return { shown, ...next.value };
    if (next.value.type === 'text-delta') shown += next.value.delta;
  }
}

const cut = (text: string, places: readonly number[]): string[] => {
  const at = [
    0,
    ...places.map((place) => place % (text.length + 1)).sort((a, b) => a - b),
    text.length,
  ];
  return at.slice(1).map((end, index) => text.slice(at[index], end));
};

describe('streamReply', () => {
  it('turns quotations into markers and gives back where they stand', async () => {
    const reply = await run(['Kafka garde tout [[1|conserve les messages]].']);
    expect(reply).toMatchObject({ decision: 'answer', text: 'Kafka garde tout [1].', dropped: 0 });
    const [{ documentId, start, end } = { documentId: '', start: 0, end: 0 }] = reply.citations;
    expect(documents.get(documentId)?.text.slice(start, end)).toBe('conserve les messages');
  });

  it('finds a quotation given under a wrong number, or one that no source has', async () => {
    for (const number of [2, 9, 0]) {
      const reply = await run([`Kafka garde tout [[${number}|conserve les messages]].`]);
      expect(reply.citations).toMatchObject([{ documentId: 'kafka' }]);
    }
  });

  it('removes an invented quotation and names its sentence', async () => {
    const reply = await run([
      'Kafka efface tout [[1|Kafka efface les messages]]. Bref [[2|n’a qu’un chemin]].',
    ]);
    expect(reply.text).toBe('Kafka efface tout. Bref [1].');
    expect(reply.dropped).toBe(1);
    expect(reply.unsupported.map(({ start, end }) => reply.text.slice(start, end))).toEqual([
      'Kafka efface tout.',
    ]);
  });

  it.each([
    [[]],
    [['']],
    [[' ', '\n']],
    [['[[1|Kafka']],
    [['[[abstain]]']],
    [['[[', 'abs', 'tain', ']', ']']],
  ])('abstains in the tutor’s words on %j', async (pieces) => {
    const reply = await run(pieces);
    expect(reply).toMatchObject({ decision: 'abstain', citations: [], dropped: 0 });
    expect(reply.shown).toBe(phrases.fr.abstain(2));
    expect(reply.text).toBe(reply.shown);
  });

  it('shows nothing that follows an abstention, and does not wait for it', async () => {
    function* endless() {
      yield '[[abstain]]';
      for (;;) yield 'Mais voici quand même la solution. ';
    }
    expect((await run(endless())).shown).toBe(phrases.fr.abstain(2));
  });

  it('takes a reply that comes to the directive late for an abstention', async () => {
    const reply = await run(['Le cours ne le dit pas. [[abs', 'tain]]']);
    expect(reply).toMatchObject({ decision: 'abstain', shown: 'Le cours ne le dit pas.' });
  });

  it('names the claims of a reply that quotes nothing and never tried to', async () => {
    const claim = 'Kafka a été écrit chez LinkedIn en 2011.';
    const reply = await run([`Le cours ne le précise pas. ${claim}`]);
    expect(reply).toMatchObject({ decision: 'abstain', citations: [], dropped: 0 });
    expect(reply.unsupported.map(({ start, end }) => reply.text.slice(start, end))).toEqual([
      claim,
    ]);
  });

  it('asks back when the model does, without the directive', async () => {
    const reply = await run(['[[clarify]]', ' ', 'Le projet 3 ou 8 ?']);
    expect(reply).toMatchObject({
      decision: 'clarify',
      shown: 'Le projet 3 ou 8 ?',
      unsupported: [],
    });
  });

  it('never shows a marker without a citation, whatever the model says and however it is cut', async () => {
    const piece = fc.constantFrom(
      '[[1|conserve les messages]]',
      '[[2|n’a qu’un chemin]]',
      '[[1|une invention complète]]',
      '[[abstain]]',
      '[[clarify]]',
      '[1]',
      '[[',
      ']]',
      '[',
      ']',
      '1',
      '|',
      'Kafka garde tout. ',
      '\n- ',
      '</source>',
      '😊',
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 15 }),
        fc.array(fc.nat(400), { maxLength: 30 }),
        async (pieces, places) => {
          const reply = await run(cut(pieces.join(''), places));
          expect(reply.shown).toBe(reply.text);
          const markers = [...reply.text.matchAll(/\[(\d+)\]/g)].map(([, number]) =>
            Number(number),
          );
          expect(new Set(markers)).toEqual(new Set(reply.citations.map((_, at) => at + 1)));
          expect(reply.text).not.toContain('[[');
          for (const { documentId, start, end } of reply.citations) {
            const quote = documents.get(documentId)!.text.slice(start, end);
            expect(['conserve les messages', 'n’a qu’un chemin']).toContain(quote);
          }
          for (const { start, end } of reply.unsupported) {
            expect(reply.text.slice(start, end)).not.toMatch(/\[\d+\]/);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it('stops an endless model when the reader leaves', async () => {
    const controller = new AbortController();
    function* endless() {
      for (let at = 0; ; at += 1) {
        if (at === 1_000) controller.abort();
        yield 'encore ';
      }
    }
    await expect(run(endless(), controller.signal)).rejects.toThrow(/abort/i);
  });
});

describe('streamReply where the scan leaves every quoted sentence out', () => {
  it('abstains instead of showing the headings that are left', async () => {
    const scan: OutputScan = {
      scan: (sentence) => (sentence.includes('sept') ? { rule: 'one-role', item: null } : null),
    };
    const guarded = { ...freeTurn, openScan: () => scan, whole: true };
    const pieces = ['Les métiers :\n', '- sept jours [[1|pendant sept jours]].\n'];
    const stream = streamReply(
      fakeChatModel(() => pieces),
      { messages: [], chunks, language: 'fr', nearest: 0, guarded },
      new AbortController().signal,
    );
    let next = await stream.next();
    let shown = '';
    for (; !next.done; next = await stream.next()) {
      if (next.value.type === 'text-delta') shown += next.value.delta;
    }
    expect(next.value).toMatchObject({ decision: 'abstain', rules: ['one-role'] });
    expect(shown).toBe(phrases.fr.abstain(0));
  });
});
