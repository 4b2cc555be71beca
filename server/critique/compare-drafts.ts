import type { DraftQuotation, ProgressItem } from '../contract/critiques.ts';
import { findQuotation } from '../documents/find-quotation.ts';
import type { Span } from '../documents/document.ts';
import type { Language } from '../language/detect-language.ts';
import type { Assessment } from './assessment.ts';
import { nameOf } from './say-finding.ts';
import type { Task } from './task-schema.ts';

/** A draft and what was found in it. */
export type AssessedDraft = { readonly text: string; readonly assessment: Assessment };

type Point = { readonly open: boolean; readonly quotations: readonly Span[] };

/**
 * What became of every point that was to be worked on in either draft: addressed, still open, or new. What was done
 * and stays done is not told again.
 */
export function compareDrafts(
  before: AssessedDraft,
  now: AssessedDraft,
  task: Task,
  language: Language,
): readonly ProgressItem[] {
  const abouts = [
    ...task.criteria.map(({ id }) => id),
    ...new Set([...before.assessment.findings, ...now.assessment.findings].map(({ id }) => id)),
  ];
  return abouts.flatMap((about) => {
    const was = pointOf(before.assessment, about);
    const is = pointOf(now.assessment, about);
    if (!was.open && !is.open) return [];
    const quotedBefore = quotationOf(before.text, was.quotations[0]);
    return [
      {
        about,
        name: nameOf(about, task, language),
        change: !is.open ? 'addressed' : was.open ? 'still-open' : 'new',
        before: quotedBefore,
        now: quotationOf(now.text, is.quotations[0]),
        gone: quotedBefore !== null && findQuotation(now.text, quotedBefore.quote) === null,
      } satisfies ProgressItem,
    ];
  });
}

function pointOf({ criteria, findings }: Assessment, about: string): Point {
  const criterion = criteria.find((one) => one.criterion === about);
  if (criterion) return { open: criterion.finding !== 'met', quotations: criterion.quotations };
  const finding = findings.find(({ id }) => id === about);
  return { open: finding !== undefined, quotations: finding?.quotations ?? [] };
}

/** A span of a draft as a quotation of it. */
export function quotationOf(text: string, span: Span | undefined): DraftQuotation | null {
  return span ? { ...span, quote: text.slice(span.start, span.end) } : null;
}
