import type { ClassView } from '../../server/contract/classes.ts';
import type { Place } from '../../server/contract/course.ts';
import type { TrainerDocument } from '../../server/contract/documents.ts';
import type { SharedDraft } from '../../server/contract/drafts.ts';
import type {
  EndpointView,
  OverviewView,
  SharedTurn,
  UnansweredGroup,
} from '../../server/contract/oversight.ts';

/** A section of the course, changed as a test needs. */
export function somePlace(changes: Partial<Place> = {}): Place {
  return {
    documentId: 'lecon-batch-streaming-kafka',
    title: 'Batch, streaming et Kafka',
    headings: ['Apache Kafka', 'Rétention des messages'],
    start: 2_400,
    end: 3_100,
    line: 48,
    language: 'fr',
    ...changes,
  };
}

/** Questions of seven students that found no answer, changed as a test needs. */
export function someGroup(changes: Partial<UnansweredGroup> = {}): UnansweredGroup {
  return {
    nearest: somePlace(),
    questions: 12,
    students: 7,
    examples: [
      'Combien de temps Kafka garde-t-il les messages par défaut\u202f?',
      'comment changer la durée de rétention d’un topic',
    ].map((text) => ({ text, language: 'fr' })),
    lastAskedOn: '2026-11-24',
    ...changes,
  };
}

/** A document of the course, changed as a test needs. */
export function someDocument(changes: Partial<TrainerDocument> = {}): TrainerDocument {
  return {
    path: 'lessons/lecon-batch-streaming-kafka.md',
    id: 'lecon-batch-streaming-kafka',
    title: 'Batch, streaming et Kafka',
    kind: 'lesson',
    language: 'fr',
    status: 'ready',
    reasons: [],
    chunks: 14,
    length: 9_800,
    ...changes,
  };
}

/** A class that is entered with a code, changed as a test needs. */
export function someClass(changes: Partial<ClassView> = {}): ClassView {
  return {
    id: '0b0b3c1e-64a5-4a3f-9c7b-1e6a0a0e8a11',
    name: 'Data Engineer, automne 2026',
    createdAt: '2026-09-14T08:00:00.000Z',
    students: 18,
    open: false,
    hasCode: true,
    codeExpiresAt: null,
    ...changes,
  };
}

/** A turn that its student shows, changed as a test needs. */
export function someTurn(changes: Partial<SharedTurn> = {}): SharedTurn {
  return {
    turnId: '5b5f5f0e-2f35-4f0c-8f5e-6f6a54f5a001',
    question: 'Quelle est la différence entre le RPO et le RTO\u202f?',
    text: 'Le RPO est la perte de données que l’on accepte\u202f; le RTO, la durée d’arrêt que l’on accepte.',
    status: 'complete',
    ...{ sources: [], citations: [], unsupported: [], dropped: 0, nearest: [] },
    ...{ decision: 'answer', language: 'fr', fallback: false, failure: null },
    helpful: false,
    reasons: ['too-long', 'unclear'],
    caseId: null,
    ...changes,
  };
}

/** A draft that its student shows, changed as a test needs. */
export function someSharedDraft(changes: Partial<SharedDraft> = {}): SharedDraft {
  return {
    id: '9d1b9f5c-0d5d-4f3b-8a6b-2f0e6a6f0d01',
    task: 'sc1',
    createdAt: '2026-11-23T16:20:00.000Z',
    length: 3_240,
    status: 'complete',
    shared: true,
    previousId: null,
    pseudonym: 'Loutre agile',
    className: 'Data Engineer, automne 2026',
    ...changes,
  };
}

/** An endpoint that answers, changed as a test needs. */
export function someEndpoint(changes: Partial<EndpointView> = {}): EndpointView {
  return {
    state: 'ready',
    model: 'mistral-small',
    host: 'api.example.org',
    checkedAt: '2026-11-25T09:05:00.000Z',
    ...changes,
  };
}

/** Counts of a class at work, changed as a test needs. */
export function someOverview(changes: Partial<OverviewView> = {}): OverviewView {
  return {
    students: 18,
    asked: 412,
    unanswered: 37,
    helpful: 96,
    unhelpful: 11,
    hints: 58,
    refusals: 6,
    sharedDrafts: 4,
    documents: { ready: 38, sealed: 3, failed: 0 },
    endpoint: someEndpoint(),
    ...changes,
  };
}
