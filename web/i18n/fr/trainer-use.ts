import type { Messages } from '../messages.ts';
import { count, plural } from './words.ts';

type Use = Pick<Messages['trainer'], 'unanswered' | 'ratings' | 'exams' | 'drafts'>;

/** Sentences of the pages on what students meet: unanswered questions, ratings, exams, shared drafts. */
export const trainerUse: Use = {
  unanswered: {
    lead: 'Les questions auxquelles le cours n’apporte pas de réponse, regroupées par ce qu’elles demandent, les plus posées d’abord.',
    summary: (unanswered, asked) =>
      `${count(unanswered)} ${plural(unanswered, 'question', 'questions')} sur ${count(asked)} ${plural(unanswered, 'est restée', 'sont restées')} sans réponse.`,
    empty: 'Toutes les questions posées jusqu’ici ont trouvé leur réponse dans le cours.',
    none: 'Aucune question n’a encore été posée. Dès que les étudiants en poseront, ce que le cours ne dit pas s’affichera ici.',
    noSection: 'Loin de toutes les sections du cours',
    noSectionAdvice:
      'Aucune section n’en approche\u00a0: ce sujet mérite peut-être son propre document.',
    questions: (questions) => `${count(questions)} ${plural(questions, 'question', 'questions')}`,
    students: (students) => `de ${count(students)} étudiants`,
    lastAsked: (day) => `la dernière le ${day}`,
    examples: 'Avec leurs mots',
    few: (least) =>
      `Moins de ${count(least)} étudiants l’ont demandé\u00a0: seul le nombre est affiché, pour que personne ne soit reconnu.`,
    complete: 'Compléter le document',
    completeName: (title) => `Compléter le document\u00a0: ${title}`,
    readSection: 'Lire la section',
    readSectionName: (section) => `Lire la section\u00a0: ${section}`,
    addDocument: 'Ajouter un document',
    howTitle: 'Comment compléter le cours',
    how: 'Lisez la section, téléchargez le fichier de son document, ajoutez-y les phrases qui manquent, puis déposez-le dans «\u00a0Documents\u00a0» sous le même nom\u00a0: il prend la place du précédent.',
    groupsCaption: 'Questions sans réponse, selon la section la plus proche',
    smallTitle: 'Demandé par peu d’étudiants',
    section: 'Section la plus proche',
    number: 'Questions',
    last: 'Dernière fois',
  },
  ratings: {
    lead: 'Ce que les étudiants pensent des réponses. Une question et sa réponse ne s’affichent que si l’étudiant a choisi de vous les montrer\u202f; son nom n’est jamais dit.',
    empty:
      'Aucune réponse n’a encore reçu d’avis. Les étudiants peuvent en donner un sous chaque réponse.',
    helpful: 'Utiles',
    wasHelpful: 'A aidé son lecteur',
    wasNotHelpful: 'N’a pas aidé son lecteur',
    unhelpful: 'Pas utiles',
    reasonsCaption: 'Pourquoi des réponses n’ont pas aidé',
    reason: 'Raison',
    number: 'Fois donnée',
    noReasons: 'Aucune raison n’a encore été donnée.',
    reasons: {
      inexact: 'Inexact',
      'not-in-course': 'Pas dans le cours',
      'wrong-source': 'Source fausse',
      'gives-solution': 'Donne la solution',
      'too-long': 'Trop long',
      unclear: 'Pas clair',
      other: 'Autre raison',
    },
    sharedTitle: 'Montré par des étudiants',
    sharedEmpty:
      'Aucun étudiant n’a encore montré de question. Il peut le faire en donnant son avis sur une réponse.',
    answer: 'Réponse',
    noAnswer: 'La réponse n’est pas arrivée.',
    makeCase: 'En faire un cas d’évaluation',
    makeCaseName: (question) => `En faire un cas d’évaluation\u00a0: ${question}`,
    caseMade: (id) => `Cas ${id}`,
    caseWhy:
      'Un cas repose cette question à chaque évaluation de vos propres cas, pour qu’une réponse corrigée le reste. Les noms et numéros de personnes en sont d’abord retirés.',
    caseReplaced: (details) =>
      details === 0
        ? 'Le cas est créé. Dites dans «\u00a0Évaluations\u00a0» ce qu’est une bonne réponse.'
        : `Le cas est créé\u202f; ${count(details)} ${plural(details, 'donnée personnelle en a été retirée', 'données personnelles en ont été retirées')}. Dites dans «\u00a0Évaluations\u00a0» ce qu’est une bonne réponse.`,
    toEvals: 'Aller aux évaluations',
  },
  exams: {
    lead: 'Les indices donnés et les demandes refusées, question par question. Qui a demandé n’est jamais dit, et aucune réponse ne figure ici.',
    empty:
      'Le cours ne contient aucun examen fermé. Déclarez un document comme examen dans «\u00a0Documents\u00a0», et ses questions seront masquées.',
    caption: (exam) => `Indices par question\u00a0: ${exam}`,
    item: 'Question',
    hints: 'Indices',
    refusals: (refusals) =>
      `${count(refusals)} ${plural(refusals, 'demande de ce qui n’est donné à personne a été refusée', 'demandes de ce qui n’est donné à personne ont été refusées')}.`,
    noUse: 'Personne n’a encore posé de question sur cet examen.',
    otherTitle: 'Refus sans lien avec un examen',
    other: (refusals) =>
      refusals === 0
        ? 'Aucun\u00a0: personne n’a demandé de corrigé ni les consignes du tuteur.'
        : `${count(refusals)} ${plural(refusals, 'demande', 'demandes')} de corrigé ou de consignes du tuteur ${plural(refusals, 'a été refusée', 'ont été refusées')}.`,
  },
  drafts: {
    lead: 'Les brouillons que les étudiants vous montrent, avec le retour qu’ils ont reçu. Ils peuvent cesser de les montrer à tout moment.',
    empty:
      'Aucun étudiant ne montre de brouillon en ce moment. Il peut le faire sous chacun de ses brouillons.',
    caption: 'Brouillons montrés par les étudiants',
    student: 'Étudiant',
    className: 'Classe',
    task: 'Tâche',
    date: 'Écrit le',
    read: 'Lire',
    readName: (pseudonym, task) => `Lire le brouillon de ${pseudonym}, ${task}`,
    back: 'Tous les brouillons partagés',
    by: (pseudonym, className, moment) => `${pseudonym}, ${className}. Écrit le ${moment}.`,
    text: 'Le brouillon',
    noFeedback: 'Le retour sur ce brouillon n’est pas arrivé à son terme.',
    gone: 'Ce brouillon n’est plus montré\u00a0: son étudiant l’a repris ou supprimé.',
    status: {
      streaming: 'En cours',
      complete: 'Terminé',
      stopped: 'Arrêté',
      interrupted: 'Interrompu',
      failed: 'Absent',
    },
    state: 'Retour',
  },
};
