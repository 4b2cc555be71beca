import type { Status } from '../contract/course.ts';
import type { Document } from '../documents/document.ts';

const wanted = 4;

/** A few questions to start from, one per document, spread over the course. */
export function starterQuestions(documents: readonly Document[]): Status['starters'] {
  const lessons = documents.filter(({ kind }) => kind === 'lesson');
  const pool = lessons.length >= wanted ? lessons : documents;
  const step = Math.max(1, Math.floor(pool.length / wanted));
  const general = pool
    .filter((_, index) => index % step === 0)
    .map(({ title, language }) => ({
      language,
      question:
        language === 'fr'
          ? `Que faut-il retenir de « ${title} » ?`
          : `What should I remember of “${title}”?`,
    }));
  return [...particular(documents), ...general].slice(0, wanted);
}

/** One question on two notions that share a heading, one on a project, one on a scenario: what the course can show. */
function particular(documents: readonly Document[]): Status['starters'] {
  const french = documents.filter(({ language }) => language === 'fr');
  const pair = french
    .filter(({ kind }) => kind === 'lesson')
    .map(({ text }) => pairOfAcronyms.exec(text))
    .find((match) => match !== null);
  const project = french.map(({ title }) => /^Projet (\d+)/.exec(title)?.[1]).find(Boolean);
  const scenario = french.map(({ title }) => /^Scénario (\d+)/.exec(title)?.[1]).find(Boolean);
  const questions = [
    pair && `Quelle est la différence entre ${pair[1]} et ${pair[2]} ?`,
    project && `Quels sont les livrables du projet ${project} ?`,
    scenario && `Que demande la direction dans le scénario ${scenario} ?`,
  ];
  return questions
    .filter((question) => typeof question === 'string')
    .map((question) => ({
      language: 'fr' as const,
      question: question.replace(/ \?$/, '\u00a0?'),
    }));
}

/** A heading such as "## RPO et RTO". */
const pairOfAcronyms = /^#{2,3} (?:L[ea’']\s?)?([A-Z]{2,6}) et (?:l[ea’']\s?)?([A-Z]{2,6})\s*$/m;
