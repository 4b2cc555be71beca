import type { EndpointView } from '../../../server/contract/oversight.ts';

const wrong: ReadonlySet<EndpointView['state']> = new Set([
  'key-wrong',
  'model-unknown',
  'unreachable',
  'quota',
  'failing',
]);

/** Whether a trainer has something to do about the model: a state that mends itself, or is wanted, is none. */
export const endpointNeedsAction = ({ state }: EndpointView): boolean => wrong.has(state);
