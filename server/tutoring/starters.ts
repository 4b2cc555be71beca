import type { Status } from '../contract.ts';
import type { Document } from '../documents/document.ts';

const wanted = 4;

/** A few questions to start from, one per document, spread over the course. */
export function starterQuestions(documents: readonly Document[]): Status['starters'] {
  const lessons = documents.filter(({ kind }) => kind === 'lesson');
  const pool = lessons.length >= wanted ? lessons : documents;
  const step = Math.max(1, Math.floor(pool.length / wanted));
  return pool
    .filter((_, index) => index % step === 0)
    .slice(0, wanted)
    .map(({ title, language }) => ({
      language,
      question:
        language === 'fr'
          ? `Que faut-il retenir de « ${title} » ?`
          : `What should I remember of “${title}”?`,
    }));
}
