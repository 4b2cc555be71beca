import type { ComposeOptions, Tutor } from '../compose.ts';
import type { LiveTutor } from '../compose-live-tutor.ts';
import type { Config } from '../config.ts';
import { createProgressLine } from './progress-line.ts';
import { printable } from './printable.ts';

/** Composes the tutor, with the progress of an indexing and everything remarkable on the standard error. */
export async function openTutor(
  config: Config,
  options: Pick<ComposeOptions, 'onScanHit' | 'tuning'> = {},
): Promise<LiveTutor> {
  // Imported here, because it imports langchain, which reads the environment.
  const { composeLiveTutor } = await import('../compose-live-tutor.ts');
  const progress = createProgressLine(process.stderr);
  try {
    const tutor = await composeLiveTutor(config, { ...options, onProgress: progress.report });
    progress.clear();
    for (const note of [...tutor.notes, ...nativeNotes(tutor)]) console.error(printable(note));
    return tutor;
  } finally {
    progress.clear();
  }
}

function nativeNotes({ opened }: Tutor): readonly string[] {
  if (opened.index.vectors.kind !== 'typescript') return [];
  return [
    'WARNING: hnswlib-node could not be loaded (installing it needs a C++ compiler). Exact search in TypeScript serves instead: same results, slower on a large corpus.',
  ];
}
