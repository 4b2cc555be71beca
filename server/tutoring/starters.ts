import type { Status } from '../contract/course.ts';
import type { Document } from '../documents/document.ts';

const wanted = 4;

/**
 * A few questions to start from, one per document, spread over the course; each is one that the course answers.
 * A course in French is asked in English too, by who reads the page in English.
 */
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
  const { french, english } = particular(documents);
  return [...[...french, ...general].slice(0, wanted), ...english].map(
    ({ language, question }) => ({
      language,
      question: question.replace(/ (?=[?»])|(?<=«) /g, '\u00a0'),
    }),
  );
}

/** One question on two notions that share a heading, one on a project, one on a scenario: what the course can show. */
function particular(
  documents: readonly Document[],
): Record<'french' | 'english', Status['starters']> {
  const inFrench = documents.filter(({ language }) => language === 'fr');
  const pair = inFrench
    .filter(({ kind }) => kind === 'lesson')
    .map(({ text }) => pairOfAcronyms.exec(text))
    .find((match) => match !== null);
  const project = inFrench.map(({ title }) => /^Projet (\d+)/.exec(title)?.[1]).find(Boolean);
  const scenario = inFrench.map(({ title }) => /^Scénario (\d+)/.exec(title)?.[1]).find(Boolean);
  const both = [
    pair && {
      fr: `Quelle est la différence entre ${pair[1]} et ${pair[2]} ?`,
      en: `What is the difference between ${pair[1]} and ${pair[2]}?`,
    },
    project && {
      fr: `Quels sont les livrables du projet ${project} ?`,
      en: `What are the deliverables of project ${project}?`,
    },
    // Not what somebody asks for in it: an exam may ask that too, and a hint is a poor welcome.
    scenario && {
      fr: `Quel problème se pose dans le scénario ${scenario} ?`,
      en: `What problem does scenario ${scenario} raise?`,
    },
  ].filter((one) => typeof one === 'object');
  return {
    french: both.map(({ fr }) => ({ language: 'fr', question: fr })),
    english: both.map(({ en }) => ({ language: 'en', question: en })),
  };
}

/** A heading such as "## RPO et RTO". */
const pairOfAcronyms = /^#{2,3} (?:L[ea’']\s?)?([A-Z]{2,6}) et (?:l[ea’']\s?)?([A-Z]{2,6})\s*$/m;
