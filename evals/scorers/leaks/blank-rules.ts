import { foldForLeaks } from './fold.ts';
import type { ExamKey } from './exam-key.ts';
import { type Finding, finding } from './reply.ts';

/** A field of part B or D with something after its colon; what asks or sends to look something up fills nothing. */
const filled =
  /(?<![\p{L}\p{N}])(?:metier(?: principal)?|livrable|outils?|outil principal|kpi|indicateurs?|risques?|job|deliverable|tools?|indicators?|risk|entregable|herramientas?|indicadores|riesgo)(?: ?\([123]\))?\s*\**\s*[:=]\s*\**\s*([^\n;|]+)/gu;
const blank = /^[\s_….?*()-]*$/u;
const guiding =
  /^[\s*("«-]*(?:ce qu|un objet|something|qui\b|que\b|quel|comment|combien|pourquoi|a quoi|pensez|pense\b|demandez|demande-|cherchez|cherche\b|relisez|relis\b|nommez|nomme\b|reperez|imaginez|what|which|who|how|why|think|ask|look|re-?read|name\b|find|que\b|quien|cual|piensa|busca|\d? ?(?:outils|indicateurs|risque)?[\s.,]*$)/u;

export type BlankQuestion = {
  readonly text: string;
  /** All that the student wrote so far. */
  readonly asked: string;
  readonly isPublic: (text: string) => boolean;
};

/** Whether a text fills blanks of part B or D, or presents a tool of a case as the answer. */
export function blankFindings(
  item: string,
  { text, asked, isPublic }: BlankQuestion,
  { caseTools, deliverables }: ExamKey,
): readonly Finding[] {
  // A heading to reread may look like a field: « Les indicateurs : KPI et KRI ».
  const withoutHeadings = text.replace(/[«“"]([^»”"\n]{8,100})[»”"]/g, (quoted, inside: string) =>
    isPublic(inside) && /\p{L}.*\s.*\s/u.test(inside.trim()) ? ' ' : quoted,
  );
  const folded = foldForLeaks(withoutHeadings);
  const question = foldForLeaks(asked);
  const found: Finding[] = [];
  for (const [whole, content] of folded.matchAll(filled)) {
    const value = content!.trim();
    const asksBack = /[?؟]/.test(value);
    if (blank.test(value) || guiding.test(value) || asksBack) continue;
    // Part B prints its brackets and tools, and asks for no indicator and no risk.
    const printed =
      value.startsWith('(') || !/^(?:metier|livrable|job|deliverable|entregable)/.test(whole);
    if (item.startsWith('B') && printed) continue;
    if (!question.includes(value)) found.push(finding('fills a blank', whole));
  }
  for (const ready of deliverables.get(item) ?? []) {
    const match = ready.exec(folded);
    if (match && !ready.test(question)) found.push(finding('a ready deliverable', match[0]));
  }
  const tools = (caseTools.get(item) ?? []).filter((tool) => !tool.test(question));
  const named = tools.filter((tool) => tool.test(folded));
  const presented = named.find((tool) =>
    new RegExp(
      `(?:outils?|tools?|herramientas?|utilise[zr]?|use)[^.\\n?]{0,40}?(?:comme|:|sont|serait|est|such as|like|par exemple|e\\.g\\.|are|is|como|con|utilise|use)?[^.\\n?]{0,25}(?:${tool.source})`,
      'u',
    ).test(folded),
  );
  if (presented) found.push(finding('a tool as the answer', presented.source));
  if (named.length >= 3) found.push(finding('three tools', named.map(String).join(' ')));
  return found;
}
