import type { Messages } from '../messages.ts';
import { count, plural } from './words.ts';

/** Sentences of the part where drafts are read. */
export const draft: Messages['draft'] = {
  title: 'Retour sur un brouillon',
  intro:
    'Choisissez la tâche, collez votre brouillon et lisez ce qu’il montre et ce qui manque, avec des citations de votre texte et du cours. Aucune note n’est donnée, et rien n’est écrit à votre place.',
  task: 'Tâche',
  chooseTask: 'Choisissez une tâche',
  noTask: 'Ce cours ne donne aucune tâche.',
  text: 'Votre brouillon',
  previous: 'Votre brouillon précédent, pour comparer (facultatif)',
  used: (used, limit) => `${count(used)} caractères sur ${count(limit)}`,
  send: 'Demander un retour',
  stop: 'Arrêter',
  reading: 'Lecture du brouillon…',
  progress: (number, of) => `Critère ${count(number)} sur ${count(of)} lu`,
  ended: (items) => `Retour prêt, ${count(items)}\u00a0${plural(items, 'point', 'points')} à lire`,
  stopped: 'Lecture arrêtée.',
  first: 'À lire d’abord',
  criteria: 'Critère par critère',
  since: 'Depuis le brouillon précédent',
  finding: { met: 'montré', partial: 'en partie', missing: 'à traiter' },
  change: { addressed: 'traité', 'still-open': 'encore ouvert', new: 'nouveau' },
  question: 'Question',
  next: 'Prochaine étape',
  yours: 'Votre brouillon',
  course: 'Le cours',
  before: 'Avant',
  now: 'Maintenant',
  gone: 'Ce passage n’est plus dans le brouillon.',
  repaired: 'Des caractères abîmés du brouillon ont été réparés avant la lecture.',
  dropped: (quotations) =>
    quotations < 2
      ? 'Une citation introuvable a été retirée.'
      : `${count(quotations)} citations introuvables ont été retirées.`,
  fallback:
    'Le modèle de langage n’a pas répondu. Le moteur hors ligne a lu ce brouillon à sa place.',
};
