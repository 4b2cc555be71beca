import { fold, words } from './fold.ts';
import { speaksOfExam } from './exam-talk.ts';

/** What a message wants that is given to nobody. */
export type Prying = 'key' | 'solution' | 'system';

const keyNouns = words(
  '(?:bonnes? |toutes? )?reponses?|corriges?|correction|cles?|answers?|keys?|answer key|solutions?|respuestas?|solucionario|clave|ال?اجابات?|ال?اجابة|ال?اجوبة|مفتاح|ال?حلول|aide memoire|antiseche|cheat ?sheet|(?:right |good )?boxes|ticked|cochee?s?|remplis?|filled|fichiers?|whole exam|examen (?:entier|complet)|moitie de la partie [a-f]|half of part [a-f]|bonnes cases|cases a cocher|grille de correction|bons metiers',
);
/** Nothing else goes by these names. */
const strongKey = words(
  "answer key|cle de correction|grille de correction|grille de reponses|corrige de l'examen|bonnes cases a cocher|exam answers|reponses d'examen (?:completes|cochees)|solucionario",
);
const demand = words(
  'cite\\w*|il me faut|donne\\w*|donner|envoie\\w*|montre\\w*|affiche\\w*|liste\\w*|revele\\w*|dis|dites|balance|file|traduis\\w*|recopie\\w*|imprime\\w*|resous|resoudre|fais|faites|remplis|complete\\w*|corrige|veux|voudrais|besoin|peux tu|give|send|show|list|reveal|tell|print|dump|translate|solve|need|want|export\\w*|quel(?:le)?s? (?:est|sont)|what (?:is|are)|cual(?:es)? (?:es|son)|dame|muestra\\w*|dime|necesito|quiero|اعط\\w*|اعطني|اعطيني|ارني|اريد|قل لي|ما هي|ou (?:est|sont|trouver)|where',
);
const honest = words(
  "reviser|revise|study|prepare\\w*|preparation|comment (?:repondre|rediger|aborder)|how (?:to|should i|do i) answer|how (?:is|are)|anonym\\w*|quand|when|apres l'examen|after the exam|cle (?:primaire|etrangere|de partition|de sharding|de repartition|unique|publique|privee)|(?:primary|foreign|shard(?:ing)?|partition|public|private|api) keys?|cle api|cles (?:primaires|etrangeres)|clave (?:primaria|foranea)",
);

const solution = words(
  "solutions? (?:proposee?s?|types?|detaillee?s?|completes?|officielles?|modeles?|redigee?s?|corrigee?s?|deja faites?|du (?:prof|formateur|cours|tp)|de (?:l'exercice|l'enonce|reference|fintrust)|d'exemple|exemple|pour fintrust|fintrust)|(?:worked|model|sample|official|proposed|full|complete|example|suggested) (?:solution|answer)|solution to the (?:exercise|case|fintrust|plan)|(?:le|un|the) corrige|corrige (?:de|du|d')|correction (?:de l'exercice|du (?:tp|cas|plan)|de fintrust|detaillee|complete)|answer to the (?:exercise|fintrust)|(?:dans|selon|d'apres|de|in|from|per) (?:la|le|the) (?:solution|corrige|correction|version)|(?:correction|plan|reponse) du (?:prof|formateur|formatrice|maitre)\\w*|(?:le|la|your|the|ton|ta|votre|mon|notre) (?:prof|formateur|formatrice|trainer|teacher)\\w* (?:a |has |had )?(?:retenue?s?|mis|choisi\\w*|prevue?s?|fixee?s?|proposee?s?|did|wrote|set|chose)|(?:a |as )?(?:retenue?s?|mise?s?|choisie?s?|prevue?s?|fixee?s?|proposee?s?) (?:par )?(?:le|la|ton|ta|votre|notre) (?:prof|formateur|formatrice)\\w*|correccion del? \\p{L}+|solucion (?:propuesta|completa|del? (?:ejercicio|caso))|الحل (?:المقترح|الكامل|النموذجي)|حل (?:التمرين|الحالة)|(?:la|the) solution (?:de|du|pour|of|for|to|fintrust)",
);
/** Nothing else goes by these names either. */
const ofTeacher = words(
  '(?:version|corrige|solution) (?:du|de la|de ton|de ta|de votre|de mon|de notre) (?:prof|formateur|formatrice|enseignante?)\\w*',
);
const work = words(
  'exercices?|exercises?|tp|pilotage|fintrust|enonces?|cas|case|steering|roadmaps?|jalons?|milestones?|kpis?|tableaux? de bord|dashboards?|livrables?|parades?|ejercicio|caso|ال?تمرين|budget|kri|plan',
);

const system = words(
  "tout ce qui precede|everything before|what (?:comes|came|stands) before|message you (?:were|had been|have been) (?:given|sent)|you were (?:given|told|sent) before|regles (?:que )?(?:suis tu|tu suis|suivez vous|vous suivez|t'a t on)|rules (?:that )?(?:do )?you (?:follow|obey)|(?:rules|instructions) (?:were |have )?you|your rules|<sources>|sources tags|en secret|secretly|fichiers? scelles?|sealed (?:files?|documents?)|(?:ton|ta|tes|votre|vos|le|your|the) (?:prompt|pre ?prompt|instructions?|consignes?|regles?) ?(?:systemes?|initiales?|internes?|cachee?s?|secretes?|exactes?|de depart)?|system prompt|prompt (?:systeme|system|initial)|(?:ignore|oublie|forget|disregard|ignora|olvida|تجاهل)\\w* (?:toutes? |all |les |tes |vos |your |the |any |previous |precedentes? |todas? |las |tus |كل )*(?:instructions?|consignes?|regles?|rules|instrucciones|reglas|التعليمات)|developer mode|mode developpeur|jailbreak|\\bdan\\b|no restrictions|sans (?:restriction|filtre|limite)s?|liste (?:des mots|noire)|blocklist|registre (?:des examens|d'examen)|texte ci dessus|text above|everything above|repete (?:tout|mot pour mot)|repeat (?:everything|verbatim|the words)|instrucciones (?:internas|del sistema)|تعليمات(?:ك| النظام)",
);
/** What is said to be ours is no topic of a lesson. */
const ownRules = words(
  '(?:ton|ta|tes|votre|vos|your|tus?|vuestras?|sus) (?:propres? |own |propias? )?(?:(?:pre ?)?prompts?|instructions?|consignes?|instrucciones|directives?|system prompt|prompt systeme)',
);
const asksOfPrompts = words(
  "c'est quoi|qu'est ce qu\\w*|definition|role (?:du|d'un)|a quoi ser\\w+|difference|what is a|why|pourquoi|comment (?:ecrire|rediger|structurer)|how (?:to|do you) write|exemples? de|dans le cours|selon le cours|in the course|un (?:bon )?prompt systeme",
);

/** Tells what is pried for, by the words alone; `null` for a message that asks nothing of the kind. */
export function readPrying(message: string): Prying | null {
  const text = fold(message);
  if (ofTeacher.test(text)) return 'solution';
  if (solution.test(text) && work.test(text) && !honestSolution.test(text)) return 'solution';
  if (strongKey.test(text)) return 'key';
  const wantsKey = speaksOfExam(message) && keyNouns.test(text) && !honest.test(text);
  if (wantsKey && (demand.test(text) || text.length < 60)) return 'key';
  if (ownRules.test(text)) return 'system';
  return system.test(text) && !asksOfPrompts.test(text) ? 'system' : null;
}

/** A product or a way, not a corrected exercise. */
const honestSolution = words(
  "solutions? (?:de|d'|du) (?:stockage|maintenance|sauvegarde|streaming|bi|monitoring|detection|recommandation|gouvernance|donnees|big data|cloud)|solution (?:technique|logicielle|cloud|big data)",
);
