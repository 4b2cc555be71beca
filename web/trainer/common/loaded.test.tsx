import { describe, expect, it } from 'vitest';
import { networkFailure, type Failure } from '../../api/failure.ts';
import { en } from '../../i18n/en.ts';
import { renderPage } from '../../testing/render-page.tsx';
import { DetailedFailure } from './detailed-failure.tsx';
import { Loaded } from './loaded.tsx';
import { trainerSentence } from './trainer-sentence.ts';

const shown = (state: Parameters<typeof Loaded<string>>[0]['resource']['state']) =>
  renderPage(<Loaded resource={{ state, reload: () => {} }}>{(value) => <p>{value}</p>}</Loaded>);

describe('Loaded', () => {
  it('shows that it waits, what came, or why nothing did with a way to ask again', () => {
    expect(shown(null)).toContain('Chargement…');
    expect(shown({ ok: true, value: 'là' })).toBe('<p>là</p>');
    const failed = shown({ ok: false, failure: networkFailure });
    expect(failed).toContain('role="alert"');
    expect(failed).toContain('Réessayer');
  });
});

describe('trainerSentence', () => {
  it('does not send whoever runs the course to whoever runs it', () => {
    for (const code of Object.keys(en.trainer.errors)) {
      const failure: Failure = { ...networkFailure, code };
      expect(trainerSentence(en, failure)).not.toMatch(/tell the person|question|conversation/i);
    }
  });

  it('says when to come back', () => {
    const failure: Failure = {
      ...{ code: 'too-many-requests', retryable: true, retryAfterSeconds: 20 },
    };
    expect(trainerSentence(en, failure)).toMatch(/in 20 seconds\.$/);
  });
});

describe('DetailedFailure', () => {
  it('adds what the server says, marked as English', () => {
    const failure: Failure = { ...networkFailure, code: 'conflict', detail: 'a.md: same id.' };
    expect(renderPage(<DetailedFailure failure={failure} />)).toContain(
      '<p><span lang="en">a.md: same id.</span></p>',
    );
  });
});
