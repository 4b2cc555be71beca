import type { Language } from '../language/detect-language.ts';
import type { CommonFinding } from './whole-draft.ts';

/** What is said of a finding: what it is, a question to think about, what to do next. */
export type Saying = {
  readonly sentence: string;
  readonly question: string;
  readonly nextStep: string;
};

/** What is said of the findings that every task knows. No-break spaces are written as escapes, so that they can be seen. */
export const findingPhrases: Readonly<Record<Language, Readonly<Record<CommonFinding, Saying>>>> = {
  fr: {
    hors_sujet: {
      sentence: 'Ce texte semble répondre à un autre sujet que celui de cette tâche.',
      question: 'Quelle question de l’énoncé ce texte traite-t-il\u202f?',
      nextStep:
        'Relisez l’énoncé, vérifiez que la bonne tâche est choisie, puis partez de ses questions.',
    },
    trop_court: {
      sentence: 'Il y a trop peu de texte pour un retour utile sur chaque point.',
      question: 'Quelle idée aviez-vous en tête et n’avez pas encore écrite\u202f?',
      nextStep: 'Écrivez au moins deux phrases par point demandé, puis renvoyez le brouillon.',
    },
    mots_cles_sans_contenu: {
      sentence: 'Le brouillon aligne des termes sans dire à quoi ils servent dans ce cas.',
      question: 'Pour chacun de ces termes, que fait-il ici, avec quoi et pour qui\u202f?',
      nextStep: 'Choisissez les termes utiles et écrivez pour chacun une phrase avec un verbe.',
    },
    copie_solution: {
      sentence:
        'Des passages reprennent mot pour mot un corrigé réservé aux formateurs\u00a0: ils ne montrent pas votre propre démarche.',
      question: 'Comment expliqueriez-vous ces choix avec vos mots, à partir de l’énoncé\u202f?',
      nextStep:
        'Mettez ces passages de côté et reconstruisez chaque point à partir de l’énoncé et du cours.',
    },
    instruction_ignoree: {
      sentence:
        'Le brouillon contient une consigne adressée à l’outil\u202f; elle a été lue comme du texte et n’a rien changé.',
      question: 'Ce passage a-t-il sa place dans le travail que vous rendrez\u202f?',
      nextStep: 'Retirez ce passage du brouillon.',
    },
  },
  en: {
    hors_sujet: {
      sentence: 'This text seems to answer another subject than that of this task.',
      question: 'Which question of the statement does this text deal with?',
      nextStep:
        'Read the statement again, check that the right task is chosen, then start from its questions.',
    },
    trop_court: {
      sentence: 'There is too little text for useful feedback on each point.',
      question: 'Which idea did you have in mind and have not written yet?',
      nextStep: 'Write at least two sentences for each point asked, then send the draft again.',
    },
    mots_cles_sans_contenu: {
      sentence: 'The draft lists terms without saying what they are for in this case.',
      question: 'For each of these terms, what does it do here, with what and for whom?',
      nextStep: 'Choose the terms that help and write one sentence with a verb for each.',
    },
    copie_solution: {
      sentence:
        'Some passages are word for word those of a solution kept for trainers: they do not show your own approach.',
      question: 'How would you explain these choices in your own words, from the statement?',
      nextStep:
        'Put these passages aside and build each point again from the statement and the course.',
    },
    instruction_ignoree: {
      sentence:
        'The draft holds an instruction to the tool; it was read as text and changed nothing.',
      question: 'Does this passage belong in the work that you will hand in?',
      nextStep: 'Take this passage out of the draft.',
    },
  },
};

/** Names of the common findings, as a list of progress shows them. */
export const findingNames: Readonly<Record<Language, Readonly<Record<CommonFinding, string>>>> = {
  fr: {
    hors_sujet: 'Sujet',
    trop_court: 'Longueur',
    mots_cles_sans_contenu: 'Termes sans contenu',
    copie_solution: 'Passages copiés',
    instruction_ignoree: 'Consigne à l’outil',
  },
  en: {
    hors_sujet: 'Subject',
    trop_court: 'Length',
    mots_cles_sans_contenu: 'Terms without content',
    copie_solution: 'Copied passages',
    instruction_ignoree: 'Instruction to the tool',
  },
};

/** The next step on a criterion that is met. */
export const keepPhrase: Readonly<Record<Language, string>> = {
  fr: 'Gardez ce passage\u202f; vérifiez seulement qu’il répond aussi à la question ci-dessus.',
  en: 'Keep this passage; only check that it also answers the question above.',
};
