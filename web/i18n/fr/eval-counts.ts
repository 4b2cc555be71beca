import type { Messages } from '../messages.ts';
import { count, plural } from './words.ts';

type Counts = Pick<
  Messages['evals'],
  | 'progress'
  | 'estimate'
  | 'calls'
  | 'betterMeasures'
  | 'worseMeasures'
  | 'sameMeasures'
  | 'gatesFailed'
  | 'gatesHold'
  | 'shownOf'
  | 'won'
>;

/** Sentences that count, on the pages of evaluations. */
export const evalCounts: Counts = {
  progress: (done, of) => `${count(done)} sur ${count(of)} cas`,
  estimate: (cases, cached) =>
    cached === 0
      ? `${count(cases)} cas.`
      : `${count(cases)} cas, dont ${count(cached)} déjà ${plural(cached, 'connu', 'connus')} d’une évaluation précédente.`,
  calls: (calls, tokens) =>
    `Au plus ${count(calls)} ${plural(calls, 'appel', 'appels')} au modèle, environ ${count(tokens)} ${plural(tokens, 'jeton', 'jetons')}.`,
  betterMeasures: (n) =>
    `${count(n)} ${plural(n, 'mesure est meilleure', 'mesures sont meilleures')}.`,
  worseMeasures: (n) =>
    `${count(n)} ${plural(n, 'mesure est moins bonne', 'mesures sont moins bonnes')}.`,
  sameMeasures: (n) => `${count(n)} ${plural(n, 'mesure', 'mesures')} sans différence établie.`,
  gatesFailed: (n) =>
    `${count(n)} ${plural(n, 'condition n’est pas respectée', 'conditions ne sont pas respectées')}.`,
  gatesHold: 'Toutes les conditions sont respectées.',
  shownOf: (shown, of) =>
    `Les ${count(shown)} premiers sur ${count(of)}\u202f; le rapport les contient tous.`,
  won: (wins, losses) => `${count(wins)}, ${count(losses)}`,
};
