import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';

// What a setting may be. A message says what is wrong with it after its name, and never repeats the value.

/** A whole number in decimal digits, from `min` to `max`. */
export function wholeNumber(min: number, max: number) {
  return z
    .string()
    .refine(
      (text) => /^\d{1,9}$/.test(text) && Number(text) >= min && Number(text) <= max,
      `is not a whole number from ${min} to ${max}`,
    )
    .transform(Number);
}

/** A folder, made absolute from where the program was started. */
export function folder() {
  return z
    .string()
    .refine((path) => !path.includes('\0'), 'is not a folder name')
    .transform((path) => resolve(path));
}

/** The name of a model, whatever an endpoint calls it. */
export function modelName() {
  return z.string().regex(/^[^\p{C}]{1,200}$/u, 'is not the name of a model');
}

/** The name or the address of a machine. */
export function hostName() {
  return z
    .string()
    .refine(
      (text) => isIP(text) > 0 || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(text),
      'is not a host name or an address; write for example 127.0.0.1',
    );
}

/** The address of an endpoint, without a slash at its end; for zod's `transform`. */
export function toBaseUrl(text: string, context: z.RefinementCtx): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const problem = baseUrlProblem(url);
  if (problem !== null) context.addIssue({ code: 'custom', message: problem });
  return url?.href.replace(/\/+$/, '') ?? '';
}

/** The address of a server alone, as browsers write an origin; for zod's `transform`. */
export function toOrigin(text: string, context: z.RefinementCtx): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const bare =
    url !== null &&
    ['http:', 'https:'].includes(url.protocol) &&
    !(url.username || url.password || url.search || url.hash) &&
    url.pathname === '/';
  if (!bare) {
    const message =
      'is not the address of a server alone, without a path; write for example https://tutor.example';
    context.addIssue({ code: 'custom', message });
  }
  return url?.origin ?? '';
}

function baseUrlProblem(url: URL | null): string | null {
  const example = 'write for example https://api.openai.com/v1';
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    return `is not an http or https address; ${example}`;
  }
  if (url.username || url.password) return 'holds a user name or a password; use OPENAI_API_KEY';
  if (url.search || url.hash) return `holds a ? or a #; ${example}`;
  if (/\/(completions|embeddings|models)\/*$/.test(url.pathname)) {
    return `names one service of the endpoint, not the endpoint; ${example}`;
  }
  return null;
}
