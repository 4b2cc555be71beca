import { useEffect, useState } from 'react';
import type { TrainerDocuments } from '../../../server/contract/documents.ts';
import { getJson } from '../../api/get-json.ts';
import { isIndexing } from './is-indexing.ts';
import { useResource, type Resource } from '../common/use-resource.ts';

const path = '/api/trainer/documents';

/** Milliseconds between two looks at an indexing under way, and once the server did not answer. */
const interval = { usual: 1_000, afterFailure: 4_000 } as const;

/** The documents, followed while the course is being indexed. */
export type DocumentsResource = Resource<TrainerDocuments> & {
  /** True while the server does not say how the indexing goes. */
  readonly lost: boolean;
};

/** Gets the documents, and asks again until the indexing under way has ended. */
export function useDocuments(): DocumentsResource {
  const resource = useResource<TrainerDocuments>(path);
  const { state, replace } = resource;
  const [lost, setLost] = useState(false);
  const running = state?.ok === true && isIndexing(state.value.ingestion);
  useEffect(() => {
    if (!running) return;
    let timer: ReturnType<typeof setTimeout>;
    let left = false;
    const look = async () => {
      const result = await getJson<TrainerDocuments>(path);
      if (left) return;
      setLost(!result.ok);
      if (result.ok) replace(result.value);
      timer = setTimeout(() => void look(), result.ok ? interval.usual : interval.afterFailure);
    };
    timer = setTimeout(() => void look(), interval.usual);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [running, replace]);
  return { ...resource, lost: running && lost };
}
