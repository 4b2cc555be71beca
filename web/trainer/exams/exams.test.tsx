import { describe, expect, it } from 'vitest';
import { renderPage } from '../../testing/render-page.tsx';
import { ExamUse } from './exams-page.tsx';

describe('ExamUse', () => {
  it('counts hints by item and refusals by exam', () => {
    const items = [
      { item: 'A1', hints: 12 },
      { item: 'B2', hints: 0 },
    ];
    const html = renderPage(
      <ExamUse
        view={{ exams: [{ exam: 'e', title: 'Métiers', items, refusals: 2 }], otherRefusals: 1 }}
      />,
    );
    expect(html).toMatch(/A1<\/th><td class="with-bar"><span>12</);
    expect(html).toContain('2 demandes de ce qui n’est donné à personne ont été refusées.');
    expect(html).toContain('1 demande de corrigé ou de consignes du tuteur a été refusée.');
  });

  it('says of an exam that nobody asked about that it is so', () => {
    const exams = [{ exam: 'e', title: 'Métiers', items: [{ item: 'A1', hints: 0 }], refusals: 0 }];
    const html = renderPage(<ExamUse view={{ exams, otherRefusals: 0 }} />);
    expect(html).toContain('Personne n’a encore posé de question sur cet examen.');
    expect(html).not.toContain('<table');
  });

  it('says how a course gets an exam', () => {
    const html = renderPage(<ExamUse view={{ exams: [], otherRefusals: 0 }} />);
    expect(html).toContain('href="/trainer/documents"');
  });
});
