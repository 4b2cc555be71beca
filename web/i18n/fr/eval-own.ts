import type { Messages } from '../messages.ts';
import { count, plural } from './words.ts';

/** Sentences on the cases that a trainer makes, and on which course is measured. */
export const evalOwn: Messages['evals']['own'] = {
  otherCourse:
    'Ces évaluations mesurent Repère sur le cours livré avec lui, et non sur le vôtre\u00a0: elles disent ce que vaut le tuteur, pas ce que valent ses réponses sur vos documents. Pour les mesurer, faites des cas de ce que les étudiants vous montrent, dites ce qu’est une bonne réponse, puis évaluez vos propres cas.',
  ground: 'Sur quoi',
  grounds: {
    shipped: 'les cas livrés avec Repère, sur son propre cours',
    own: (cases) => `vos propres cas (${count(cases)}), sur le cours en service`,
  },
  noOwn: 'Vous n’avez pas encore de cas à vous\u00a0: faites-en un dans «\u00a0Avis\u00a0».',
  leadOwn: 'Vos cas sont soumis à ce tuteur sur vos documents, à l’écart des étudiants.',
  shortOwn: 'Vos propres cas',
  unsaid: (cases) =>
    `Pour ${count(cases)}\u00a0cas, personne n’a encore dit ce qu’est une bonne réponse\u00a0: ${plural(cases, 'il ne peut', 'ils ne peuvent')} ni réussir ni échouer.`,
  expects: 'Bonne réponse\u00a0:',
  expected: {
    answer: 'le tuteur répond d’après le cours.',
    abstain: 'le tuteur dit que le cours ne répond pas.',
    with: (facts) => `le tuteur répond, et dit «\u00a0${facts}\u00a0».`,
  },
  factStart: '«\u00a0',
  factEnd: '\u00a0»',
  notSaid: 'Personne n’a encore dit ce qu’est une bonne réponse.',
  say: 'Dire ce qu’est une bonne réponse',
  sayName: (question) => `Dire ce qu’est une bonne réponse\u00a0: ${question}`,
  change: 'Modifier',
  changeName: (question) => `Modifier ce qu’est une bonne réponse\u00a0: ${question}`,
  decision: 'Le tuteur doit',
  decisions: { answer: 'répondre d’après le cours', abstain: 'dire que le cours ne répond pas' },
  facts: 'Mots que la réponse doit contenir',
  factsHint:
    'Une formulation par ligne, 10 au plus, par exemple «\u00a07\u00a0jours\u00a0». Majuscules et accents ne comptent pas.',
  tooMany: 'Au plus 10\u00a0lignes de 200\u00a0caractères\u00a0: raccourcissez la liste.',
  missed: 'Cas qui n’ont pas reçu la réponse attendue',
  save: 'Enregistrer',
};
