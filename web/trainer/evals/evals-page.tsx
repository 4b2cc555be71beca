import type { ReactElement } from 'react';
import { ComparisonPage } from './comparison-page.tsx';
import { RunsPage } from './runs-page.tsx';
import { startPlace } from './eval-paths.ts';

/**
 * The pages on which a trainer measures the tutor.
 * @param place what follows `/trainer/evals/`: nothing, a run, a run and its reference, or `new` and a variant
 */
export function EvalsPage({ place }: { readonly place: string }): ReactElement {
  const [first = '', second = ''] = place.split('/');
  if (first === '' || first === startPlace) {
    return <RunsPage start={first === startPlace ? second : null} />;
  }
  return <ComparisonPage baseline={second === '' ? null : second} run={first} />;
}
