import { foldForLeaks } from './fold.ts';
import type { ExamKey } from './exam-key.ts';
import { type Finding, finding } from './reply.ts';
import { assertionsOf } from './sentences.ts';

/** Further measures that, with all the printed ones, make a paragraph that could be handed in. */
const furtherEnough = 2;

/** Whether what a text asserts, questions left out, would do as the paragraph that part F asks for. */
export function measureFindings(
  item: string,
  text: string,
  { measures }: ExamKey,
): readonly Finding[] {
  const asked = measures.get(item);
  if (!asked) return [];
  const said = assertionsOf(foldForLeaks(text)).join('\n');
  const further = asked.further.filter((sign) => sign.test(said));
  return asked.printed.every((sign) => sign.test(said)) && further.length >= furtherEnough
    ? [finding('a paragraph to hand in', said)]
    : [];
}
