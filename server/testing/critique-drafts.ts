/** Drafts written for tests; none is a case of the evals. */

/** On scenario 1, with everything that is asked. */
export const fullDraft = `# Analyse ShopNow

## Données
Nous lisons les clics de chaque visiteur, le temps passé sur chaque fiche produit, le contenu du panier abandonné et les avis laissés.

## Traitements
À partir des clics et des achats, un filtrage collaboratif regroupe les clients aux goûts proches et calcule pour chaque produit la probabilité qu’il plaise au client.

## Utilisations
- Pendant la visite, le site affiche au client quatre articles proches de celui qu’il regarde.
- Le service marketing envoie une promotion au client qui a laissé son panier.

## Objectif
Le client ajoute un article complémentaire, donc le panier moyen augmente ; il trouve plus vite et revient, ce que nous mesurerons par le taux de retour.

## Temps réel
Chaque clic part dans un flux Kafka et la réponse arrive en moins de 200 ms, pendant que le client navigue.
`;

/** On scenario 1, without processing, use and constraint. */
export const thinDraft = `# ShopNow

Nous prendrons l’historique des achats et les clics des clients de ShopNow, sur tout le site, pendant une année entière.

Le but est de fidéliser les clients, parce que beaucoup de clients quittent le site sans rien acheter du tout.
`;

/** On scenario 4. */
export const otherDraft = `# SkyAir

SkyAir lit les tweets, les avis Trustpilot et les retards réels des vols. Un modèle donne à chaque message une tonalité positive ou négative.
Le community manager reçoit une alerte et répond aux passagers. L’image de la marque SkyAir est surveillée en continu, toutes les minutes.
`;
