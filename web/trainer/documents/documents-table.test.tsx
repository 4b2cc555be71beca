import { describe, expect, it } from 'vitest';
import { fr } from '../../i18n/fr.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { someDocument } from '../../testing/trainer-views.ts';
import { DocumentsTable } from './documents-table.tsx';

const table = (changes: Parameters<typeof someDocument>[0]) =>
  renderPage(
    <DocumentsTable documents={[someDocument(changes)]} onOpen={() => {}} onTask={() => {}} />,
  );

describe('DocumentsTable', () => {
  it('says every state in words', () => {
    for (const status of ['ready', 'partly-sealed', 'sealed', 'failed', 'pending'] as const)
      expect(table({ status })).toContain(`>${fr.trainer.documents.statuses[status]}<`);
  });

  it('says what is kept from students, why, and where it stands in the file', () => {
    const html = table({
      status: 'partly-sealed',
      reasons: [
        {
          what: 'exam',
          detail: 'under the heading “Partie A” (its kind is exam)',
          lines: [12, 40],
        },
        { what: 'exam', detail: 'before the first heading (its kind is exam)', lines: [2, 2] },
      ],
    });
    expect(html.match(/le document est déclaré comme examen/g)).toHaveLength(1);
    expect(html).toContain('lignes\u00a012 à\u00a040');
    expect(html).toContain('sous le titre «\u00a0Partie A\u00a0»');
    expect(html).toContain('2 parties');
  });

  it('shows the server’s own words, marked as English, where it has no other', () => {
    const html = table({
      status: 'failed',
      reasons: [{ what: 'unreadable', detail: 'It is odd.', lines: null }],
    });
    expect(html).toContain('<span lang="en">It is odd.</span>');
  });

  it('offers of a file that could not be read only to delete it', () => {
    const html = table({ status: 'failed', id: null });
    expect(html.match(/<button/g)).toHaveLength(1);
    expect(html).toContain('Supprimer');
  });

  it('opens only what students can open', () => {
    expect(table({})).toContain('place-button');
    expect(table({ status: 'sealed', id: null })).not.toContain('place-button');
  });
});
