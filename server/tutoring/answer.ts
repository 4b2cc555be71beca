import type { AnswerEvent, AnswerRequest, Decision } from '../contract/answers.ts';
import type { Guard } from '../integrity/guard.ts';
import { afterTurn, itemKey, type Ledgers } from '../integrity/ledger.ts';
import type { RegisterItem } from '../integrity/register/register.ts';
import type { Analyzer } from '../language/analyzer.ts';
import { detectLanguage, type Language } from '../language/detect-language.ts';
import { answerFromCourse, type CourseDependencies } from './answer-from-course.ts';
import { logisticsReply } from './exam-logistics.ts';
import { leanOn, needsContext } from './follow-up.ts';
import { phrases } from './phrases.ts';
import { readQuestion } from './read-question.ts';
import { protectedReply, sayProtected } from './say-protected.ts';
import { recogniseSmallTalk } from './small-talk.ts';

export type AnswerDependencies = CourseDependencies & {
  readonly analyzer: Analyzer;
  readonly guard: Guard;
  readonly ledgers: Ledgers;
};

/**
 * Answers one turn, as events in the order the reader needs them: sources, text, citations, `answer-end`.
 *
 * Every marker `[n]` of the text is bound to a quotation found again in the stored document; a quotation that is
 * not there is removed and its sentence named in `unsupported`.
 * @throws {TutorError} `bad-request`, `question-too-long` before the first event; `model-unavailable` or
 * `model-interrupted` when no model could finish; the abort reason when `signal` fires
 */
export async function* answer(
  dependencies: AnswerDependencies,
  request: AnswerRequest,
  signal: AbortSignal,
): AsyncGenerator<AnswerEvent, void> {
  const question = readQuestion(request.question);
  const conversation = dependencies.conversations.open(request.conversationId);
  const last = conversation.turns.at(-1);
  const previous = last?.topic ?? null;
  const talk = recogniseSmallTalk(question, previous !== null);
  // A question that does not tell its language ("Kafka ?") has that of the conversation.
  const language =
    request.language ?? talk?.language ?? detectLanguage(question) ?? last?.language ?? 'fr';

  if (talk) {
    return yield* say(conversation.id, phrases[language].smallTalk[talk.kind], {
      decision: talk.kind === 'rudeness' ? 'refuse' : 'answer',
      language,
    });
  }
  const ledger = dependencies.ledgers.of(conversation.id);
  const guarded = dependencies.guard.open(request.question, ledger);
  const { verdict } = guarded;
  // What was asked of a protected turn enters no prompt: the conversation that a model is shown leaves it out.
  const remember = async (item: RegisterItem | null) => {
    const after = afterTurn(ledger, question, item && itemKey(item));
    await dependencies.ledgers.keep(conversation.id, after, item);
  };
  if (verdict.kind === 'logistics') {
    const told = logisticsReply(question, guarded.exams, language);
    if (told) {
      await remember(null);
      return yield* sayProtected(conversation.id, { decision: 'answer', ...told }, language);
    }
  }
  if (verdict.kind === 'hint' || verdict.kind === 'refuse') {
    const item = verdict.kind === 'hint' ? verdict.item : null;
    await remember(item);
    const given = item ? (ledger.given.get(itemKey(item)) ?? 0) : 0;
    return yield* sayProtected(
      conversation.id,
      protectedReply(verdict, { given, language }),
      language,
    );
  }
  if (previous === null && needsContext(question, dependencies.analyzer)) {
    return yield* say(conversation.id, phrases[language].needsSubject, {
      decision: 'clarify',
      language,
    });
  }
  const leaning = leanOn(question, previous, dependencies.analyzer);
  const turn = { question, conversation, leaning, language, guarded, ledger };
  // Before a word is said, and once more where the scan stopped the answer: who breaks an answer off, asks for it again
  // or reads no further than its end has asked all the same.
  await remember(null);
  yield* answerFromCourse({ ...dependencies, onStopped: remember }, turn, signal);
}

/** A turn that needs no course: nothing retrieved, nothing cited. */
async function* say(
  conversationId: string,
  text: string,
  { decision, language }: { readonly decision: Decision; readonly language: Language },
): AsyncGenerator<AnswerEvent, void> {
  yield { type: 'sources-available', conversationId, sources: [] };
  yield { type: 'text-delta', delta: text };
  yield { type: 'citations-available', citations: [], unsupported: [], dropped: 0 };
  const untouched = { model: 'offline', fallback: false, keywordsOnly: false, nearest: [] };
  yield { type: 'answer-end', decision, language, ...untouched };
}
