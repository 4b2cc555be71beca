import type { ReactElement } from 'react';
import type { IngestionView } from '../../../server/contract/documents.ts';
import { useMessages } from '../../i18n/messages.ts';
import { isIndexing } from './is-indexing.ts';
import { ServerSentence } from './server-sentence.tsx';

/** What the indexing is at, and who answers meanwhile. */
export function IngestionNote({
  ingestion,
  lost,
  onReindex,
}: {
  readonly ingestion: IngestionView;
  readonly lost: boolean;
  readonly onReindex: () => void;
}): ReactElement {
  const { trainer, common } = useMessages();
  const { documents } = trainer;
  const { stage, done, of, problem, finishedAt } = ingestion;
  const running = isIndexing(ingestion);
  return (
    <div className={stage === 'failed' ? 'ingestion grave' : 'ingestion'}>
      <p>
        {/* Only the stage is announced: the counts beside it change every second. */}
        <strong role="status">{documents.stages[stage]}</strong>{' '}
        {running && of > 0 && <span>{documents.progress(done, of)}</span>}
        {!running && stage !== 'failed' && finishedAt !== null && (
          <span>{documents.finished(common.moment(finishedAt))}</span>
        )}
      </p>
      {running && (
        <>
          {of > 0 ? (
            <progress aria-label={documents.stages[stage]} max={of} value={done} />
          ) : (
            <progress aria-label={documents.stages[stage]} />
          )}
          <p>{documents.meanwhile}</p>
        </>
      )}
      {lost && <p role="alert">{documents.pollLost}</p>}
      {stage === 'failed' && (
        <>
          {problem !== null && (
            <p>
              <ServerSentence sentence={problem} />
            </p>
          )}
          <p>{documents.failedAdvice}</p>
          <button onClick={onReindex} type="button">
            {documents.reindex}
          </button>
        </>
      )}
    </div>
  );
}
