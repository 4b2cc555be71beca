import type { Language } from '../language/detect-language.ts';
import type { SmallTalk } from './small-talk.ts';

/** What the tutor says in its own name; everything else is quoted from the course. */
export type Phrases = {
  readonly smallTalk: Readonly<Record<SmallTalk, string>>;
  readonly abstain: (nearest: number) => string;
  readonly needsSubject: string;
};

export const phrases: Readonly<Record<Language, Phrases>> = {
  fr: {
    smallTalk: {
      rudeness:
        'Je vois que quelque chose vous agace. Dites-moi quelle notion ou quelle consigne vous bloque : je cherche le passage du cours qui l’explique.',
      greeting:
        'Bonjour ! Posez-moi une question sur votre cours : je réponds en citant le passage qui le dit.',
      thanks: 'Avec plaisir. Une autre question sur le cours ?',
      farewell: 'À bientôt, et bonnes révisions.',
      'how-are-you':
        'Tout va bien, merci. Que voulez-vous revoir dans le cours ? Je cite chaque passage sur lequel je m’appuie.',
      abilities:
        'Je suis Repère, le tuteur de votre cours. Je cherche dans les documents de la formation et je réponds avec des citations que vous pouvez ouvrir et vérifier : définitions, différences entre deux notions, étapes, chiffres, contenu d’un scénario ou d’un projet. Quand le cours ne répond pas, je le dis et j’indique les sections les plus proches. Je ne fais pas le travail à votre place et je ne mets pas de note.',
    },
    abstain: (nearest) =>
      nearest > 0
        ? 'Je n’ai pas trouvé la réponse à cette question dans le cours. Les sections les plus proches sont indiquées ci-dessous ; vous pouvez aussi préciser votre question.'
        : 'Je n’ai pas trouvé la réponse à cette question dans le cours. Vous pouvez la préciser, ou nommer la notion, le scénario ou le projet dont il s’agit.',
    needsSubject:
      'De quoi s’agit-il ? Nommez la notion, l’outil, le scénario ou le projet, et je cherche dans le cours.',
  },
  en: {
    smallTalk: {
      rudeness:
        'I can see that something annoys you. Tell me which notion or instruction you are stuck on, and I will look up the passage of the course that explains it.',
      greeting:
        'Hello! Ask me a question about your course: I answer with the passage that says it.',
      thanks: 'You are welcome. Any other question about the course?',
      farewell: 'See you soon, and good luck with your revision.',
      'how-are-you':
        'All is well, thank you. What would you like to go over? I quote every passage that I rely on.',
      abilities:
        'I am Repère, the tutor of your course. I search the documents of the training and answer with quotations that you can open and check: definitions, differences between two notions, steps, figures, what a scenario or a project asks. When the course does not answer, I say so and name the nearest sections. I do not do your work for you, and I give no mark.',
    },
    abstain: (nearest) =>
      nearest > 0
        ? 'I did not find the answer to this question in the course. The nearest sections are listed below; you can also make your question more precise.'
        : 'I did not find the answer to this question in the course. You can make it more precise, or name the notion, the scenario or the project that you mean.',
    needsSubject:
      'What is it about? Name the notion, the tool, the scenario or the project, and I will look it up in the course.',
  },
};
