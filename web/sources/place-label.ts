import type { Place } from '../../server/contract/course.ts';
import { keepTogether } from '../i18n/keep-together.ts';

/** Headings of a place, outermost first, as one line: `Kafka › Topics`. Empty above the first heading. */
export function sectionPath(place: Pick<Place, 'headings'>): string {
  return keepTogether(place.headings.join(' › '));
}

/** Title and headings of a place, as one line. */
export function placePath(place: Pick<Place, 'title' | 'headings'>): string {
  return keepTogether([place.title, ...place.headings].join(' › '));
}

/**
 * The beginning of a text, cut at a space, with an ellipsis when something was left out.
 * @param limit in UTF-16 code units, ellipsis included; at least 2
 */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  const space = cut.search(/\s+\S*$/);
  // A word as long as the limit is cut inside, though never through a surrogate pair.
  return `${space > limit / 2 ? cut.slice(0, space) : cut.replace(/[\uD800-\uDBFF]$/, '')}…`;
}
