import { describe, expect, it } from 'vitest';
import { renderPage } from '../../testing/render-page.tsx';
import { someClass } from '../../testing/trainer-views.ts';
import { ClassesTable } from './classes-table.tsx';

const now = new Date('2026-11-25T12:00:00Z');
const table = (...classes: readonly ReturnType<typeof someClass>[]) =>
  renderPage(<ClassesTable classes={classes} now={now} onTask={() => {}} />);

describe('ClassesTable', () => {
  it('says how each class is entered', () => {
    expect(table(someClass({ open: true }))).toContain('>Sans code<');
    expect(table(someClass())).toContain('>Avec un code<');
    expect(table(someClass({ hasCode: false }))).toContain('>Fermée<');
    const until = table(someClass({ codeExpiresAt: '2027-01-31T12:00:00Z' }));
    expect(until).toContain('jusqu’au 31 janvier 2027');
    const over = table(someClass({ codeExpiresAt: '2026-06-30T12:00:00Z' }));
    expect(over).toContain('>Code terminé<');
  });

  it('names the class in every button', () => {
    const html = table(someClass({ name: 'Printemps' }));
    expect(html.match(/aria-label="[^"]*Printemps"/g)).toHaveLength(3);
  });

  it('says how to begin', () => {
    expect(table()).toContain('Il n’y a aucune classe.');
  });
});
