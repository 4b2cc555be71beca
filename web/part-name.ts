import type { Messages } from './i18n/messages.ts';
import type { PagePart } from './router/page-route.ts';

/** What a part of the page is called. */
export function partName(part: PagePart, { common, access }: Messages): string {
  if (part === 'enter') return access.entrySection;
  if (part === 'trainer') return common.trainerSection;
  return part === 'draft' ? common.draftSection : common.askSection;
}
