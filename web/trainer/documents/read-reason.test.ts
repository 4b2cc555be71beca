import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../../server/documents/read-corpus.ts';
import { partition } from '../../../server/integrity/partition.ts';
import { fr } from '../../i18n/fr.ts';
import { readReason } from './read-reason.ts';
import { partText } from './reason-text.ts';

const words = fr.trainer.documents;

describe('readReason', () => {
  it('knows every reason that this course’s own documents are sealed for', async () => {
    const corpus = await readCorpus(join(import.meta.dirname, '../../../corpus'));
    // Without their kinds too: exams are then known by their form.
    const undeclared = corpus.documents.map((document) => ({
      ...document,
      kind: 'document' as const,
    }));
    const sealed = [...partition(corpus.documents).sealed, ...partition(undeclared).sealed];
    expect(sealed.length).toBeGreaterThan(4);
    for (const { what, reason } of sealed) {
      if (what === 'chat') continue;
      expect([reason, readReason(reason)]).not.toContain(null);
    }
  });

  it('says them in French, heading and all', () => {
    const read = readReason(
      'under the heading “Partie A”, in doubt, since it seems to ask something (it has the form of an exam: boxes to tick, a marking scheme)',
    );
    expect(read && partText(read, words)).toBe(
      'sous le titre «\u00a0Partie A\u00a0», masqué par prudence, car le passage semble poser une question, le document a la forme d’un examen\u00a0: des cases à cocher, un barème',
    );
  });

  it('keeps a heading to the letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (heading) => {
        const read = readReason(`under the heading “${heading}”`);
        expect(read?.heading).toBe(heading);
      }),
    );
  });

  it('knows no other words', () => {
    for (const detail of ['', 'It is empty.', 'it has the form of an exam: a smell', 'its kind is'])
      expect(readReason(detail)).toBeNull();
  });
});
