import type { Assessment } from './assessment.ts';
import type { CoursePassages } from './course-passages.ts';
import type { DraftToAssess } from './draft-to-assess.ts';
import type { StructuredModel } from './structured-model.ts';

export async function assessWithModel(
  _draft: DraftToAssess,
  _tools: { readonly model: StructuredModel; readonly passages: CoursePassages },
  _signal: AbortSignal,
): Promise<Assessment | null> {
  return Promise.resolve(null);
}
