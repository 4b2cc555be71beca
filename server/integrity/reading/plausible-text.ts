import { stopWords } from '../../language/stop-words.ts';
import { foldLetters } from './fold-letters.ts';

/** Frequent words of the two languages that the stop words lack, folded. */
const otherStopWords =
  'que los las del por para con una uno como pero mas sus este esta esto ese esa hay muy sin sobre entre cada cual quien donde cuando porque son ser esta cuales donde datos hacer de en el la y a o un es se no al lo su ' +
  'من في على الى عن ما هو هي هذا هذه التي الذي كل ثم او ان لا هل مع كيف';
/** Words of the field, of exams and of orders given to a tutor; any word that begins as one does counts. */
const fieldWords =
  `accès access actions airflow alert algorith analyse analys analytics answer aplica apprent archivo article assistant atribu attribut
  automat banque bonne budget calcul campagn capteur catalog charge charger chatbot chaque choisir cible classif clean cliente client
  cluster cohort colonne comment compar complet conteneur continu contrain control correct corrige course creer create customer cuadro
  dashboard data dataset debut definir deploy depart detect developer differ direction document donne donnee donner doublon drift engineer
  ensemble entrain entrepot entrepris equipe erreur error escribir etape every evalu exam examen example exemple experi expli expos
  explique faire false faux fausse fichier file files flow flujo flux format formation give growth grille hint image indica informe
  ingenieur ingeniero instruct interne internal jamais job jour latence latency lecture lettre letter ligne limpia limpiar lire liste
  load machine manage marketing matin medical mensuel metier metric metrique mesure minute mission model modele month monthly mois
  monitor nettoie nettoyer never night noche nuit number online option optimis order ordre outil papier partie pedagog personnel phrase
  pipeline platform plusieurs point predict predire preguntas prepare prepar previous produit produc production programm project projet
  prompt prompts protect qualite quality quarter question quel quelle quiz rapport rapide read reads receive recevoir recherche regle
  regles reponse reponds reponse respuesta result retour reveal risque role score scientist search segment semaine sensor server service
  several solution source stock stocke store storage stream suivi suivre system tableau tableaux table tables task tache technique
  tester tests time tool traiter train training transform translat true tunnel update user users utilis valeur variable vente verif
  version vision vrai warehouse week what when which write ecrire rediger analyst analyste architect steward mlops llmops ops bases base
  bien bonjour classe cours chose chercher clair commande envoi equipe etudiant grand merci monde montre niveau nombre notes oublie ignore ignorez
  petit place possible premier prendre probleme question quoi raison reste savoir secret simple suite texte temps travail trouve
  hello please world people place right first second third great small thing think write wrong years dans avec elle nous vous leur
  bi ml api llm rag kpi sql etl elt dbt auc csv pii genai nlp growth prompt`
    .split(/\s+/)
    .map(foldLetters);

const wholeWords = new Set([
  ...stopWords.fr,
  ...stopWords.en,
  ...otherStopWords.split(' ').map(foldLetters),
  ...fieldWords,
]);
const beginningLength = 5;
const beginnings = new Set(
  fieldWords
    .filter((word) => word.length >= beginningLength)
    .map((word) => word.slice(0, beginningLength)),
);

/** Whether a folded word of two letters or more is a frequent one, or begins as a word of the field does. */
export function isKnownWord(word: string): boolean {
  if (word.length < 2) return false;
  return (
    wholeWords.has(word) ||
    (word.length >= beginningLength && beginnings.has(word.slice(0, beginningLength)))
  );
}

/** Two letters meet by chance, six hardly ever. */
const weightOf = (word: string): number =>
  word.length < 2 ? 0 : word.length === 2 ? 0.5 : word.length === 3 ? 1 : word.length < 6 ? 1.5 : 2;
/** What an unknown word costs: a French sentence of the field has about two known words in three. */
const unknownCost = 0.35;

/** The word of the original that a decoded word was, where words keep their limits. */
export type Undo = (word: string) => string;

/**
 * How much of a language shows in a decoding: the best run of words, known ones weighing by their length. A sentence
 * reaches 4 and more, noise seldom 2. With `undo`, a word that was known before it was decoded counts for nothing: of
 * "son" read backwards, "nos" proves little.
 */
export function languageGain(decoded: string, undo?: Undo): number {
  let run = 0;
  let best = 0;
  for (const word of wordsOf(decoded)) {
    const gained = isKnownWord(word) && !(undo !== undefined && isKnownWord(undo(word)));
    run = Math.max(0, run + (gained ? weightOf(word) : -unknownCost * weightOf(word)));
    if (run > best) best = run;
  }
  return best;
}

/** Least gain at which a decoding is taken for a text. */
const plausibleGain = 3;
/** …and when nothing but known words is left, such as the name of a job. */
const plausibleWhole = 1.5;

/** Whether a decoding reads like a text of a student's languages where its original did not. */
export function isPlausible(decoded: string, undo?: Undo): boolean {
  const gain = languageGain(decoded, undo);
  if (gain >= plausibleGain) return true;
  return gain >= plausibleWhole && wordsOf(decoded).every(isKnownWord);
}

const wordsOf = (text: string): readonly string[] =>
  foldLetters(text).match(/[\p{L}\p{N}]+/gu) ?? [];
