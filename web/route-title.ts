import type { Messages } from './i18n/messages.ts';
import { partName } from './part-name.ts';
import type { PageRoute } from './router/page-route.ts';
import { trainerPlace } from './trainer/trainer-parts.ts';

/** What the window is called: the part that is shown, and of the trainer's pages which. */
export function routeTitle(route: PageRoute, messages: Messages): string {
  const part = partName(route.part, messages);
  const page = route.part === 'trainer' ? trainerPlace(route.page) : null;
  return page ? `${messages.trainer.parts[page.part]} · ${part}` : part;
}
