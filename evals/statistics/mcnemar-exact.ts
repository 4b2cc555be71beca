import { binomialAtMost } from './binomial.ts';

/**
 * Two-sided p value of McNemar's test on the items on which two runs disagree, exact (binomial with share ½, the tail
 * doubled; McNemar, 1947; Agresti, *Categorical Data Analysis*, §11.1). Items on which they agree say nothing.
 * @returns from 0 to 1; 1 when the runs disagree nowhere
 */
export function mcnemarExact(wins: number, losses: number): number {
  return Math.min(1, 2 * binomialAtMost(Math.min(wins, losses), wins + losses, 0.5));
}
