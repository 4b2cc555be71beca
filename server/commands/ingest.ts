import { createProgressLine } from '../terminal/progress-line.ts';
import { loadSettings } from '../terminal/load-settings.ts';
import { printable } from '../terminal/printable.ts';
import { reportIngestion } from '../terminal/report-ingestion.ts';
import { UsageError } from '../terminal/usage-error.ts';
import { parseFlags } from './parse-flags.ts';

const usage = 'npm run ingest (the folders are the settings CORPUS_DIR and DATA_DIR)';

/** Indexes the corpus anew and says what was done with every file. */
export async function ingest(args: readonly string[]): Promise<number> {
  const { positionals } = parseFlags(args, {}, usage);
  if (positionals.length > 0) throw new UsageError(`ingest takes no argument. Usage: ${usage}`);
  const config = loadSettings();
  // Imported here, because it imports langchain, which reads the environment.
  const { ingestCorpus } = await import('../compose.ts');
  const progress = createProgressLine(process.stderr);
  try {
    const opened = await ingestCorpus(config, progress.report);
    progress.clear();
    for (const note of opened.notes) console.error(printable(note));
    console.log(reportIngestion(opened).join('\n'));
    console.log(`The index is in ${config.dataDir}.`);
    return 0;
  } finally {
    progress.clear();
  }
}
