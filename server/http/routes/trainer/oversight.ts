import type { CourseUse } from '../../../classroom/oversight/course-use.ts';
import type { Route } from '../../route.ts';

/** How the course is used: `/api/trainer/overview`, `unanswered`, `ratings` and `exams`. */
export function oversightRoutes(use: CourseUse): readonly Route[] {
  return (['overview', 'unanswered', 'ratings', 'exams'] as const).map((name) => ({
    method: 'get',
    path: `/api/trainer/${name}`,
    roles: ['trainer'],
    handlers: [async (_request, response) => void response.json(await use[name]())],
  }));
}
