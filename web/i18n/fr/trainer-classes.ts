import type { Messages } from '../messages.ts';
import { count } from './words.ts';

/** Sentences of the trainer's classes. */
export const trainerClasses: Messages['trainer']['classes'] = {
  lead: 'Les étudiants entrent avec le code de leur classe et un pseudonyme\u00a0: ni nom, ni adresse électronique.',
  newTitle: 'Une nouvelle classe',
  name: 'Nom de la classe',
  nameHint: 'Par exemple «\u00a0Data Engineer, printemps 2027\u00a0». Les étudiants le voient.',
  expires: 'Dernier jour du code (facultatif)',
  expiresHint: 'Ensuite, plus personne n’entre avec ce code\u202f; ceux qui sont entrés restent.',
  create: 'Créer la classe',
  nameMissing: 'Donnez un nom à la classe.',
  dayPast: 'Ce jour est passé. Choisissez-en un plus tard, ou laissez le champ vide.',
  caption: 'Classes',
  empty: 'Il n’y a aucune classe. Créez-en une\u00a0: son code fait entrer vos étudiants.',
  column: {
    name: 'Classe',
    students: 'Étudiants',
    code: 'Entrée',
    created: 'Créée le',
    actions: 'Actions',
  },
  openLocal: 'Sans code',
  byCode: 'Avec un code',
  until: (day) => `jusqu’au ${day}`,
  closed: 'Fermée',
  closedNote: 'Personne n’y entre tant qu’elle n’a pas de code.',
  notLocal: 'Seul un serveur que ce poste est seul à atteindre peut laisser entrer sans code.',
  codeOver: 'Code terminé',
  since: (day) => `le ${day}`,
  codeTitle: (name) => `Code de «\u00a0${name}\u00a0»`,
  codeLead: 'Donnez-le à vos étudiants\u00a0: ils le saisissent sur la première page.',
  newCode: 'Nouveau code',
  newCodeName: (name) => `Nouveau code\u00a0: ${name}`,
  newCodeTitle: (name) => `Un nouveau code pour «\u00a0${name}\u00a0»\u202f?`,
  newCodeLead: 'Le code actuel cesse aussitôt de valoir. Les étudiants déjà entrés restent.',
  newCodeDo: 'Créer un nouveau code',
  change: 'Modifier',
  changeName: (name) => `Modifier\u00a0: ${name}`,
  changeTitle: (name) => `Modifier «\u00a0${name}\u00a0»`,
  openLabel: 'Laisser entrer sans code',
  openHint:
    'Pour un seul poste ou une seule salle\u00a0: quiconque atteint ce serveur peut alors entrer dans cette classe.',
  save: 'Enregistrer',
  delete: 'Supprimer',
  deleteName: (name) => `Supprimer\u00a0: ${name}`,
  deleteTitle: (name) => `Supprimer «\u00a0${name}\u00a0»\u202f?`,
  deleteLead: (students) =>
    students === 0
      ? 'Aucun étudiant n’y est entré. Son code cesse de valoir.'
      : students === 1
        ? 'Les conversations et les brouillons de son étudiant sont supprimés avec elle, définitivement. Lui seul peut les exporter auparavant.'
        : `Les conversations et les brouillons de ses ${count(students)} étudiants sont supprimés avec elle, définitivement. Eux seuls peuvent les exporter auparavant.`,
  deleteDo: 'Supprimer la classe',
};
