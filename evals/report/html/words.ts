import { type Html, html } from './html.ts';

/** The same words in both languages; the page shows one of them. */
export const both = (fr: string, en: string): Html =>
  html`<span class="fr" lang="fr">${fr}</span><span class="en" lang="en">${en}</span>`;

/** A share or a score as it is shown, at most three digits; a dash for nothing. */
export const figure = (value: number | null, kind: 'share' | 'mean' = 'share'): string => {
  if (value === null) return '–';
  return kind === 'share' ? `${(100 * value).toFixed(1)}\u00a0%` : value.toFixed(3);
};

/** An interval as it is shown. */
export const interval = (
  low: number | null,
  high: number | null,
  kind: 'share' | 'mean' = 'share',
): string => {
  const one = (value: number | null) =>
    value === null
      ? '?'
      : signedMinus(kind === 'share' ? (100 * value).toFixed(1) : value.toFixed(3));
  return low === null && high === null ? '–' : `[${one(low)} ; ${one(high)}]`;
};

/** With a true minus sign. */
const signedMinus = (number: string): string => number.replace(/^-/, '−');

/** A difference with its sign, in points for shares. */
export const signed = (value: number, kind: 'share' | 'mean' = 'share'): string => {
  const shown = kind === 'share' ? (100 * Math.abs(value)).toFixed(1) : Math.abs(value).toFixed(3);
  return `${value < 0 ? '−' : value > 0 ? '+' : '±'}${shown}`;
};

/** Milliseconds with as many decimals as they deserve; a dash for nothing. */
export const milliseconds = (value: number | null): string =>
  value === null ? '–' : `${value < 10 ? value.toFixed(1) : value.toFixed(0)}\u00a0ms`;
