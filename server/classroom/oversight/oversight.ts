import type { EndpointView } from '../../contract/oversight.ts';
import type { CourseDocuments } from './course-documents.ts';
import type { CourseUse } from './course-use.ts';
import type { IngestionRunner } from './ingestion-runner.ts';

/** What trainers see and change of the course, and how it is used. */
export type Oversight = {
  readonly documents: CourseDocuments;
  readonly use: CourseUse;
  readonly endpoint: EndpointDoor;
  readonly ingestion: IngestionRunner;
};

/** The state of the model endpoint. */
export type EndpointDoor = {
  view(): EndpointView;
  /** Calls the endpoint now. */
  check(): Promise<EndpointView>;
};
