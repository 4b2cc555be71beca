import type { Tutor } from '../compose.ts';
import type { CritiqueRequest, Finding, ProgressItem } from '../contract/critiques.ts';
import { TutorError } from '../errors.ts';
import { collectCritique } from './collect-critique.ts';
import { formatCritique } from './format-critique.ts';
import type { ReplayDraft } from './replay-cases.ts';

/** What came of a draft. */
export type ReplayedDraft = {
  readonly id: ReplayDraft['id'];
  readonly criteria: Readonly<Record<string, Finding>>;
  readonly findings: readonly string[];
  /** The whole feedback as text, in one entry; for a draft that was refused, the sentence that says why. */
  readonly answers: readonly string[];
  readonly decisions: readonly ('feedback' | 'error')[];
  readonly progress: Readonly<Record<string, ProgressItem['change']>> | null;
  readonly timings: readonly { readonly totalMs: number }[];
};

const plain = { bold: (text: string) => text, dim: (text: string) => text };

/**
 * Gives feedback on one draft. A draft that is refused becomes a line with the decision `error`; `bugs` holds what
 * should never have failed.
 * @throws the abort reason when `signal` fires
 */
export async function replayDraft(
  tutor: Pick<Tutor, 'critique'>,
  { id, task, text, previous }: ReplayDraft,
  signal: AbortSignal,
): Promise<{ readonly line: ReplayedDraft; readonly bugs: readonly string[] }> {
  const started = performance.now();
  try {
    const request = { task, text, ...(previous !== undefined && { previous }) } as CritiqueRequest;
    const collected = await collectCritique(tutor.critique(request, signal));
    const { criteria, findings, progress } = collected.critique;
    const line: ReplayedDraft = {
      id,
      criteria: Object.fromEntries(criteria.map(({ criterion, finding }) => [criterion, finding])),
      findings: findings.map((one) => one.id),
      answers: [formatCritique(collected, plain).join('\n')],
      decisions: ['feedback'],
      progress:
        progress && Object.fromEntries(progress.map(({ about, change }) => [about, change])),
      timings: [{ totalMs: collected.totalMs }],
    };
    return { line, bugs: [] };
  } catch (error) {
    signal.throwIfAborted();
    const known = error instanceof TutorError && error.code !== 'internal';
    const line: ReplayedDraft = {
      id,
      criteria: {},
      findings: [],
      answers: [error instanceof TutorError ? error.message : 'Something went wrong here.'],
      decisions: ['error'],
      progress: null,
      timings: [{ totalMs: Math.round((performance.now() - started) * 10) / 10 }],
    };
    return {
      line,
      bugs: known ? [] : [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    };
  }
}
