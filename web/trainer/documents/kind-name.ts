import type { Messages } from '../../i18n/messages.ts';

/** A kind in the language of the page; one that the page does not know as the file says. */
export function kindName(kind: string, { kinds }: Messages['trainer']['documents']): string {
  return Object.hasOwn(kinds, kind) ? kinds[kind as keyof typeof kinds] : kind;
}
