import type { DocumentReason } from '../../../server/contract/documents.ts';
import { readReason, type Reason } from './read-reason.ts';

/** A part of a document that is sealed. */
export type SealedPart = {
  readonly lines: DocumentReason['lines'];
  /** `null` where the server's words are shown as they are. */
  readonly reason: Reason | null;
  readonly detail: string;
};

/** Everything of a document that is sealed as one thing, or the reason why it could not be read. */
export type ReasonGroup = {
  readonly what: DocumentReason['what'];
  /** What tells so, where every part says the same. */
  readonly cause: Reason['cause'];
  readonly parts: readonly SealedPart[];
};

/** Brings together what is sealed as one thing: an exam says thirty times that it is one. */
export function groupReasons(reasons: readonly DocumentReason[]): readonly ReasonGroup[] {
  const whats = [...new Set(reasons.map(({ what }) => what))];
  return whats.map((what) => {
    const parts = reasons
      .filter((reason) => reason.what === what)
      .map(({ lines, detail }) => ({ lines, detail, reason: readReason(detail) }));
    const causes = new Set(parts.map(({ reason }) => JSON.stringify(reason?.cause ?? null)));
    return { what, cause: causes.size === 1 ? (parts[0]?.reason?.cause ?? null) : null, parts };
  });
}
