import { describe, expect, it } from 'vitest';
import type { IngestionView } from '../../../server/contract/documents.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { IngestionNote } from './ingestion-note.tsx';

const note = (changes: Partial<IngestionView>, lost = false) =>
  renderPage(
    <IngestionNote
      ingestion={{ stage: 'ready', done: 0, of: 0, problem: null, finishedAt: null, ...changes }}
      lost={lost}
      onReindex={() => {}}
    />,
  );

describe('IngestionNote', () => {
  it('says how far it is, and who answers meanwhile', () => {
    const html = note({ stage: 'embedding', done: 212, of: 640 });
    expect(html).toContain('212 sur 640');
    expect(html).toMatch(/<progress[^>]* max="640" value="212"/);
    expect(html).toContain('L’index précédent répond');
  });

  it('announces the stage and not the counts', () => {
    const status = /<strong role="status">([^<]*)</.exec(
      note({ stage: 'reading', done: 3, of: 9 }),
    );
    expect(status?.[1]).toBe('Lecture des documents');
  });

  it('says why it failed, that the former index answers, and offers to try again', () => {
    const html = note({ stage: 'failed', problem: 'The corpus holds no document.' });
    expect(html).toContain('<span lang="en">The corpus holds no document.</span>');
    expect(html).toContain('L’index précédent continue de répondre.');
    expect(html).toContain('Indexer de nouveau');
  });

  it('has no progress once it is over, and says when it was', () => {
    const html = note({ stage: 'ready', finishedAt: '2026-11-24T12:00:00Z' });
    expect(html).not.toContain('<progress');
    expect(html).toContain('24 novembre 2026');
  });

  it('says that the state shown may be old', () => {
    expect(note({ stage: 'reading' }, true)).toContain('role="alert"');
  });
});
