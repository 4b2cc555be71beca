import type { Critique, CriterionFinding, CritiqueEvent } from '../contract/critiques.ts';
import { TutorError } from '../errors.ts';

/** A critique as a whole, gathered from its events. */
export type CollectedCritique = {
  readonly critique: Critique;
  readonly language: 'fr' | 'en';
  readonly model: string;
  readonly fallback: boolean;
  readonly totalMs: number;
};

/**
 * Gathers the events of one critique.
 * @throws whatever the critique throws; {@link TutorError} `internal` when it does not end with `critique-end`
 */
export async function collectCritique(
  events: AsyncIterable<CritiqueEvent>,
  onCriterion?: (criterion: CriterionFinding) => void,
): Promise<CollectedCritique> {
  const started = performance.now();
  let critique: Critique | null = null;
  for await (const event of events) {
    if (event.type === 'criterion-available') onCriterion?.(event.criterion);
    else if (event.type === 'critique-available') critique = event.critique;
    else if (event.type === 'error') {
      throw new TutorError('internal', `The critique failed (${event.code}).`);
    } else if (event.type === 'critique-end' && critique) {
      const { language, model, fallback } = event;
      const totalMs = Math.round((performance.now() - started) * 10) / 10;
      return { critique, language, model, fallback, totalMs };
    }
  }
  throw new TutorError('internal', 'The critique did not end.');
}
