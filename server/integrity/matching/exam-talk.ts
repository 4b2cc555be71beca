import { fold, words } from './fold.ts';

const exam = words(
  'examens?|exams?|partiels?|controle (?:final|continu)|qcm|quiz|epreuves?|interro\\w*|eval finale|pruebas?|parcial|ال?امتحان(?:ات)?|ال?اختبار|items?|enonces?|partie [a-f]|part [a-f]|parte [a-f]|midterms?|final test|test final',
);
const logistics = words(
  "dur(?:e|ee|ees|ation)|combien de (?:temps|points?|parties|questions|items|cas|lignes|pages|minutes|sections)|how (?:long|many (?:points|parts|questions|items|sections|cases|lines|minutes))|baremes?|coefficient|notation|not(?:e|ee?s?) sur|(?:est|sont|sera|etre) not\\w+|grad(?:ed|ing)|marking scheme|points? (?:par|pour|vaut|valent|per|for)|(?:vaut|valent|rapporte\\w*|worth)|autoris\\w+|(?:a|ont|avons|avez|ai) (?:on |je |nous |t on )?(?:le )?droit|interdit\\w*|allowed|permitted|calculatrice|documents? autoris\\w+|antiseche|open book|consignes?|instructions? (?:de|of|for) (?:l'|the )?exam\\w*|format|struct\\w+|deroul\\w+|comment (?:ca |va )?se pass(?:e|er|ent|era)|how (?:does|will) (?:the|this|our|my) exam (?:go|work)|how is (?:the|this|our|my) exam (?:marked|graded|structured)|(?:quand|when|date|horaires?|ou se passe|where is)|(?:que|quoi|comment|how|what) (?:dois je |faut il |puis je |to |should i |do i )?(?:reviser|revoir|preparer|revise|study|prepare)|revis\\w+|relire|reread|prepar(?:er|ation)|reviewing|rattrapage|resit|justifi\\w+|cuant[oa]s? (?:dura|puntos|partes|preguntas|tiempo)|dura|puntuacion|permitid[oa]s?|estudiar|كم (?:مدة|نقطة|سؤال|جزء|من)|مدة|مسموح|كيف (?:استعد|اراجع)|متى|simplifie\\w*|(?:faut il|dois je|doit on|should i|do i have to) (?:numeroter|number)|espaces? prevus?|mots simples|over how many|sur combien",
);
const leaks = words(
  'reponses?|answers?|corriges?|cles?|keys?|respuestas?|clave|ال?اجابات?|ال?جواب|fausses?|faux|vraies?|vrai|true|false|bonne case|cochee?s?|lettres?',
);

/** Whether a message speaks of an exam, in four languages. */
export const speaksOfExam = (message: string): boolean => exam.test(fold(message));

/** What can be asked of an exam with the word "answer" in it. */
const surely = words(
  'justifi\\w+|justify|combien de (?:temps|points?|lignes)|how (?:long|many (?:points|lines))|dur(?:e|ee|ees)|calculatrice|baremes?',
);

/**
 * Whether a sentence asks how the exam goes: how long, how it is graded, what is allowed, how to prepare. One that also
 * asks for answers is not.
 */
export function asksLogistics(sentence: string): boolean {
  const text = fold(sentence);
  return logistics.test(text) && (surely.test(text) || !leaks.test(text));
}
