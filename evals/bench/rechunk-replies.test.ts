import { describe, expect, it } from 'vitest';
import type { Document } from '../../server/documents/document.ts';
import { rechunkReplies } from './rechunk-replies.ts';

const documents = [
  {
    id: 'kafka',
    text: 'Un topic est découpé en partitions ; chaque message y a une position. '.repeat(9),
  },
] as Document[];

describe('rechunkReplies', () => {
  it('cuts as many replies as asked, shows markers, and repeats with its seed', () => {
    const counts = rechunkReplies(documents, { count: 300, seed: 1 });
    expect(counts).toMatchObject({ replies: 300, dangling: 0, inexact: 0, unstable: 0 });
    expect(counts.markers).toBeGreaterThan(100);
    expect(rechunkReplies(documents, { count: 300, seed: 1 })).toEqual(counts);
  });
});
