import type { Messages } from '../messages.ts';

/** One sentence for each failure, by its code: what happened and what to do. */
export const errors: Messages['errors'] = {
  'bad-request':
    'Le serveur n’a pas pu lire ce qui lui a été envoyé. Corrigez-le, ou rechargez la page.',
  'sign-in-needed': 'Votre accès a expiré. Entrez de nouveau dans le cours.',
  'code-wrong':
    'Ce code n’est pas valable. Vérifiez-le, ou demandez-en un nouveau à votre formateur.',
  forbidden: 'Le serveur a refusé cette page. Rouvrez Repère depuis son adresse.',
  'not-found': 'Ce contenu n’est plus sur le serveur\u00a0: il a été supprimé. Rechargez la page.',
  conflict: 'Cela a changé entre-temps. Rechargez la page, puis recommencez.',
  'question-too-long': 'La question est trop longue. Raccourcissez-la, puis renvoyez-la.',
  'draft-too-long': 'Le brouillon est trop long. Envoyez-le en plusieurs parties.',
  'too-large': 'Le message est trop volumineux. Raccourcissez-le, puis renvoyez-le.',
  'unsupported-media-type': 'Le serveur a refusé le format du message. Rechargez la page.',
  'too-many-requests':
    'C’est trop de demandes pour le moment\u00a0: attendez un peu, puis réessayez.',
  'index-missing': 'Le cours n’est pas encore prêt. Prévenez la personne qui gère ce site.',
  'index-broken': 'L’index du cours est abîmé. Prévenez la personne qui gère ce site.',
  'index-stale': 'Le cours doit être indexé de nouveau. Prévenez la personne qui gère ce site.',
  'index-locked':
    'Le cours est en cours d’indexation. Réessayez plus tard, ou prévenez la personne qui gère ce site.',
  'corpus-unreadable': 'Le cours n’a pas pu être lu. Prévenez la personne qui gère ce site.',
  'corpus-invalid': 'Un fichier du cours est incorrect. Prévenez la personne qui gère ce site.',
  'corpus-empty':
    'Le cours ne contient encore aucun document. Prévenez la personne qui gère ce site.',
  'settings-wrong': 'Le serveur est mal réglé. Prévenez la personne qui gère ce site.',
  'data-in-use': 'Le serveur n’a pas pu démarrer. Prévenez la personne qui gère ce site.',
  'data-broken': 'Les données du serveur sont abîmées. Prévenez la personne qui gère ce site.',
  'port-busy': 'Le serveur n’a pas pu démarrer. Prévenez la personne qui gère ce site.',
  'disk-full':
    'Le serveur n’a plus de place. Réessayez plus tard et prévenez la personne qui gère ce site.',
  'storage-unavailable':
    'Le serveur ne peut ni enregistrer ni relire votre travail pour le moment. Réessayez dans un instant.',
  'model-unavailable': 'Le modèle de langage ne répond pas. Réessayez dans un moment.',
  'model-interrupted': 'La réponse a été coupée avant la fin. Réessayez.',
  'eval-failed':
    'L’évaluation n’a pas pu être menée. Réessayez, ou consultez le journal du serveur.',
  internal: 'Une erreur s’est produite sur le serveur. Réessayez.',
  network: 'Le serveur est injoignable. Vérifiez votre connexion, puis réessayez.',
  'stream-cut':
    'La connexion a été coupée avant la fin de la réponse. Rien n’est perdu\u00a0: reprenez-la quand le réseau est revenu.',
  unknown: 'Un incident imprévu s’est produit. Réessayez, ou rechargez la page.',
};
