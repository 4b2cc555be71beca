import { describe, expect, it } from 'vitest';
import { renderPage } from '../../testing/render-page.tsx';
import { someSharedDraft } from '../../testing/trainer-views.ts';
import { SharedDrafts } from './shared-draft-list.tsx';

describe('SharedDrafts', () => {
  it('leads to each draft by the student’s pseudonym and its task', () => {
    const draft = someSharedDraft();
    const html = renderPage(<SharedDrafts drafts={[draft]} taskName={() => 'ShopNow'} />);
    expect(html).toContain(`href="/trainer/drafts/${draft.id}"`);
    expect(html).toContain('aria-label="Lire le brouillon de Loutre agile, ShopNow"');
    expect(html).toContain('23 novembre 2026');
  });

  it('says that none is shown, and how one is', () => {
    const html = renderPage(<SharedDrafts drafts={[]} taskName={(id) => id} />);
    expect(html).toContain('sous chacun de ses brouillons');
  });
});
