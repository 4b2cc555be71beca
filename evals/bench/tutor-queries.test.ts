import { describe, expect, it } from 'vitest';
import { withCourse } from './course.ts';
import { ourSearch } from './our-search.ts';
import { playCase } from './play-case.ts';
import { tutorQuery } from './tutor-queries.ts';

const conversations = [
  ["C'est quoi un offset dans Kafka ?"],
  ['Quelles sont les limites de l’architecture Lambda ?', 'et de Kappa ?'],
  ["C'est quoi le sharding ?", 'donne un exemple', 'et la réplication ?'],
  ['What is a data lake?', 'and why?'],
];

describe('tutorQuery', () => {
  it('searches for what the tutor searches for, follow-ups included', async () => {
    await withCourse(async (course) => {
      const { index } = course.tutor.opened;
      const { search } = ourSearch(index, course.tools);
      for (const turns of conversations) {
        const { sources } = await playCase(turns, course.tutor);
        const query = await tutorQuery(turns, course);
        const found = (await search(query!, sources.length)).map((at) => index.chunks[at]!);
        const spans = (list: readonly { documentId: string; start: number; end: number }[]) =>
          list.map(({ documentId, start, end }) => `${documentId}#${start}-${end}`);
        expect(sources.length).toBeGreaterThan(0);
        expect(spans(found)).toEqual(spans(sources));
      }
    });
  });

  it('is null where the tutor searches nothing', async () => {
    await withCourse(async (course) => {
      expect(await tutorQuery(['bonjour'], course)).toBeNull();
      expect(await tutorQuery(['pourquoi ?'], course)).toBeNull();
    });
  });
});
