import type { Messages } from '../messages.ts';
import { trainerRefusals } from './trainer-refusals.ts';
import { count, plural } from './words.ts';

/** Sentences of the trainer's documents. */
export const trainerDocuments: Messages['trainer']['documents'] = {
  lead: 'Les fichiers dont Repère tire ses réponses. Un changement est indexé aussitôt\u202f; d’ici là, l’index précédent répond.',
  empty:
    'Le cours ne contient encore aucun document. Ajoutez un premier fichier .md ou .txt\u00a0: les étudiants pourront poser leurs questions dès qu’il sera indexé.',
  caption: 'Documents du cours',
  title: 'Document',
  kind: 'Type',
  state: 'État',
  passages: 'Passages',
  actions: 'Actions',
  filter: 'Chercher un document',
  filterState: 'État',
  anyState: 'Tous les états',
  found: (found, of) =>
    `${count(found)} ${plural(found, 'document', 'documents')} sur ${count(of)}`,
  foundNone: 'Aucun document ne correspond. Changez les mots, ou affichez tous les états.',
  showAll: 'Afficher tous les documents',
  statuses: {
    ready: 'Accessible',
    'partly-sealed': 'En partie masqué',
    sealed: 'Masqué',
    failed: 'Non lu',
    pending: 'En attente',
  },
  statusesExplained: {
    ready: 'Les étudiants y ont accès en entier.',
    'partly-sealed': 'Les étudiants y ont accès, sauf\u00a0:',
    sealed: 'Les étudiants n’y ont pas accès.',
    failed: 'Le fichier n’a pas pu être lu. Corrigez-le, puis ajoutez-le de nouveau.',
    pending: 'Dans le dossier, pas encore dans l’index qui répond.',
  },
  kinds: {
    lesson: 'Leçon',
    project: 'Projet',
    scenario: 'Étude de cas',
    exercise: 'Exercice',
    solution: 'Corrigé',
    assignment: 'Travail à rendre',
    exam: 'Examen',
    document: 'Non déclaré',
  },
  kindsExplained: {
    lesson: 'Le cours proprement dit.',
    project: 'L’énoncé d’un projet.',
    scenario: 'Un cas à analyser.',
    exercise: 'Un exercice à faire.',
    solution:
      'Masqué en entier\u00a0: aucun étudiant n’y a accès, aucune réponse ne le cite, et un brouillon qui le recopie est reconnu.',
    assignment: 'Un travail à rendre.',
    exam: 'Les questions sont masquées, et les étudiants ne reçoivent que des indices. Durée, consignes et barème restent accessibles.',
    document:
      'Repère regarde la forme\u00a0: un examen est reconnu et masqué, tout le reste est accessible.',
  },
  reasons: {
    exam: 'Questions d’examen\u00a0: les étudiants ne reçoivent que des indices',
    'worked solution': 'Corrigé',
    chat: 'Paroles d’un robot conversationnel, collées avec le texte',
    unreadable: 'Il n’a pas pu être lu',
  },
  whole: 'tout le document',
  lines: (from, to) =>
    from === to ? `ligne\u00a0${count(from)}` : `lignes\u00a0${count(from)} à\u00a0${count(to)}`,
  reason: {
    heading: (heading) => `sous le titre «\u00a0${heading}\u00a0»`,
    noHeading: 'avant le premier titre',
    doubt: 'masqué par prudence, car le passage semble poser une question',
    kindExam: 'le document est déclaré comme examen',
    kindSolution: 'le document est déclaré comme corrigé',
    form: (forms) => `le document a la forme d’un examen\u00a0: ${forms}`,
    forms: {
      word: 'le mot «\u00a0examen\u00a0»',
      boxes: 'des cases à cocher',
      blanks: 'des blancs à remplir',
      scheme: 'un barème',
      points: 'des points par question',
    },
  },
  parts: (parts) => `${count(parts)} parties`,

  addTitle: 'Ajouter ou remplacer des documents',
  drop: 'Déposez ici des fichiers .md ou .txt, ou',
  choose: 'Choisir des fichiers',
  addHint: (megabytes) =>
    `Markdown ou texte brut, ${count(megabytes)}\u00a0Mo au plus par fichier. Un fichier qui porte le nom d’un document prend sa place.`,
  chosen: 'Fichiers choisis',
  newFile: 'nouveau document',
  replaces: (path) => `prend la place de ${path}`,
  kindOf: (name) => `Type de ${name}`,
  kindAsIs: 'Selon le fichier',
  remove: (name) => `Retirer ${name} de la liste`,
  removeShort: 'Retirer',
  send: (files) => plural(files, 'Ajouter ce fichier', `Ajouter ces ${count(files)} fichiers`),
  sending: (done, of) =>
    `${count(done)} ${plural(done, 'fichier envoyé', 'fichiers envoyés')} sur ${count(of)}`,
  fileWaiting: 'en attente',
  fileSending: 'envoi en cours…',
  fileSent: 'reçu',
  fileRefused: 'non reçu',
  refused: {
    type: 'Seuls les fichiers .md et .txt peuvent être lus. Enregistrez celui-ci au format texte, puis ajoutez-le de nouveau.',
    size: (megabytes) => `Plus de ${count(megabytes)}\u00a0Mo. Partagez-le en plusieurs documents.`,
    empty: 'Le fichier est vide.',
    name: 'Deux fichiers choisis portent ce nom\u202f; seul le premier est retenu.',
  },

  refusals: trainerRefusals,

  completeTitle: (title) => `Compléter «\u00a0${title}\u00a0»`,
  completeLead: (name) =>
    `Téléchargez le fichier, ajoutez-y les phrases qui manquent, puis déposez-le plus bas sous le même nom, ${name}\u00a0: il prendra la place du précédent.`,
  download: 'Télécharger le fichier',

  preview: 'Aperçu',
  previewName: (title) => `Aperçu\u00a0: ${title}`,
  previewTitle: (title) => `Le découpage de «\u00a0${title}\u00a0»`,
  previewLead: 'Repère cherche dans ces passages, un par un. Ce qui est masqué n’y figure pas.',
  previewEmpty: 'Aucun passage\u00a0: les étudiants n’ont accès à rien de ce document.',
  passage: (number) => `Passage ${count(number)}`,
  line: (line) => `ligne\u00a0${count(line)}`,
  open: 'Lire comme un étudiant',
  reclassify: 'Reclasser',
  reclassifyName: (title) => `Reclasser\u00a0: ${title}`,
  reclassifyTitle: (title) => `Qu’est-ce que «\u00a0${title}\u00a0»\u202f?`,
  reclassifyLead:
    'Le type décide de ce à quoi les étudiants ont accès. Seuls l’examen et le corrigé sont masqués\u202f; de tout autre type, seules les parties intitulées «\u00a0Solution\u00a0», «\u00a0Corrigé\u00a0» ou l’équivalent le sont. Le cours est ensuite indexé de nouveau.',
  reclassifyDo: 'Changer le type',
  delete: 'Supprimer',
  deleteName: (title) => `Supprimer\u00a0: ${title}`,
  deleteTitle: (title) => `Supprimer «\u00a0${title}\u00a0»\u202f?`,
  deleteLead: (path) =>
    `Le fichier ${path} quitte le cours, et ses passages quittent l’index. Les réponses déjà données qui le citent ne pourront plus l’ouvrir. Une copie est mise de côté dans le dossier de données du serveur.`,
  deleteDo: 'Supprimer le document',

  stages: {
    idle: 'Le cours est indexé.',
    reading: 'Lecture des documents',
    embedding: 'Préparation de la recherche',
    ready: 'Le cours est indexé.',
    failed: 'La dernière indexation a échoué.',
  },
  finished: (moment) => `Dernière indexation le ${moment}.`,
  progress: (done, of) => `${count(done)} sur ${count(of)}`,
  meanwhile: 'L’index précédent répond aux étudiants pendant ce temps.',
  failedAdvice:
    'L’index précédent continue de répondre. Corrigez ou supprimez le fichier nommé, et le cours sera indexé de nouveau.',
  reindex: 'Indexer de nouveau',
  pollLost: 'Le serveur ne répond plus\u202f; l’état affiché peut dater.',
  notes: (notes) =>
    `${count(notes)} ${plural(notes, 'remarque', 'remarques')} de la dernière indexation`,
};
