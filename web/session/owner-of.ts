import type { StudentView } from '../../server/contract/access.ts';

/** Names a student among those who use this browser: what one has typed or opened is not shown to another. */
export function ownerOf({ className, pseudonym }: StudentView): string {
  return `${className}/${pseudonym}`;
}
