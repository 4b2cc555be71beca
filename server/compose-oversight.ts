import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import {
  type CourseDocuments,
  createCourseDocuments,
} from './classroom/oversight/course-documents.ts';
import { createCourseUse } from './classroom/oversight/course-use.ts';
import { createIngestionRunner, type ReportStage } from './classroom/oversight/ingestion-runner.ts';
import type { Oversight } from './classroom/oversight/oversight.ts';
import type { LiveTutor } from './compose-live-tutor.ts';
import type { Config } from './config.ts';
import type { EndpointView, OverviewView } from './contract/oversight.ts';
import { lineAt } from './documents/document.ts';
import { TutorError } from './errors.ts';
import { listFiles } from './documents/list-files.ts';
import { dataExtensions } from './documents/read-corpus.ts';
import type { BuildProgress } from './ingestion/build-index.ts';
import { createCorpusEditor } from './ingestion/editing/corpus-editor.ts';
import { corpusChangedNote } from './ingestion/current-index.ts';
import { listRemoved } from './ingestion/editing/removed-files.ts';
import { type Log, toLogFields } from './log.ts';
import type { Store } from './storage/store.ts';

export type OversightParts = {
  readonly tutor: LiveTutor;
  readonly store: Pick<Store, 'tables'>;
  /** By default nothing is logged. */
  readonly log?: Log;
};

/** Builds what stands behind the trainer's pages. */
export function composeOversight(
  config: Pick<Config, 'corpusDir' | 'dataDir' | 'endpoint'>,
  { tutor, store, log }: OversightParts,
): Oversight {
  const { corpusDir, dataDir } = config;
  const editor = createCorpusEditor({ corpusDir, dataDir, concepts: tutor.lasting.concepts });
  const ingestion = createIngestionRunner({
    quiet: () => editor.idle(),
    reload: async (report, signal) => {
      await tutor
        .reload({ onProgress: toProgress(report), signal })
        .catch((error: unknown) => Promise.reject(withoutFolder(error, corpusDir)));
    },
    onFailure: (error) => log?.error('ingestion-failed', toLogFields(error)),
  });
  const documents = createCourseDocuments({
    ...{ ingestion, lineAt, editor },
    served: () => ({ opened: tutor.opened, files: tutor.files }),
    listFolder: async () =>
      (await listFiles(corpusDir)).files.filter(
        ({ path }) => !dataExtensions.has(extname(path).toLowerCase()),
      ),
    readFile: (path) => readFile(join(corpusDir, path)),
    listRemoved: () => listRemoved(dataDir),
    isRoutine: (note) => note === corpusChangedNote,
  });
  const view = (): EndpointView => endpointView(config, tutor);
  const use = createCourseUse({
    store,
    termsOf: (question) => tutor.questionTerms(question),
    examTitles: () => examTitles(tutor.opened),
    documents: async () => countDocuments(await documents.list()),
    endpoint: view,
  });
  const endpoint: Oversight['endpoint'] = {
    view,
    async check() {
      await tutor.endpoint.check();
      return view();
    },
  };
  return { documents, use, endpoint, ingestion };
}

/** Trainers know the files of the course, not where the server keeps them. */
function withoutFolder(error: unknown, folder: string): unknown {
  if (!(error instanceof TutorError)) return error;
  const { code, message, cause } = error;
  return new TutorError(code, message.replaceAll(`${folder}${sep}`, ''), { cause });
}

/** The index is split and sorted before anything is embedded. */
const toProgress =
  (report: ReportStage): BuildProgress =>
  (stage, done, of) =>
    report(stage === 'vectors' ? 'embedding' : 'reading', done, of);

function endpointView({ endpoint }: Pick<Config, 'endpoint'>, tutor: LiveTutor): EndpointView {
  if (endpoint === null) return { state: 'offline', model: null, host: null, checkedAt: null };
  const { state, checkedAt } = tutor.endpoint.state();
  return {
    ...{ state, model: endpoint.chatModel, host: new URL(endpoint.baseUrl).host },
    checkedAt: checkedAt?.toISOString() ?? null,
  };
}

/** Titles of the documents that hold sealed exam items. */
function examTitles({ corpus }: LiveTutor['opened']): ReadonlyMap<string, string> {
  const exams = new Set(
    corpus.sealed.filter(({ what }) => what === 'exam').map(({ documentId }) => documentId),
  );
  return new Map(
    corpus.files.filter(({ id }) => exams.has(id)).map(({ id, title }) => [id, title]),
  );
}

function countDocuments({
  documents,
}: Awaited<ReturnType<CourseDocuments['list']>>): OverviewView['documents'] {
  const count = (...statuses: readonly string[]) =>
    documents.filter(({ status }) => statuses.includes(status)).length;
  return {
    ready: count('ready', 'partly-sealed'),
    sealed: count('sealed'),
    failed: count('failed'),
  };
}
