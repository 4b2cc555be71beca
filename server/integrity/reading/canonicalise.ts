import { cleanCharacters } from './clean-characters.ts';
import { decodeEntities } from './decode-entities.ts';
import { foldLookAlikes } from './fold-look-alikes.ts';
import { separateHidden } from './separate-hidden.ts';
import { unwrapMarkdown } from './unwrap-markdown.ts';

/** One disguise may lie under another (an entity that makes a tag); deeper nesting is left as it is. */
const maxPasses = 4;

/**
 * The text as a reader sees it, whatever it is written with: compatibility characters plain, invisible ones gone,
 * look-alike letters Latin, entities decoded, HTML comments and hidden elements dropped, Markdown unwrapped, white space
 * single. Case and accents stay. The time is linear in the length.
 */
export function canonicalise(text: string): string {
  let before = text;
  for (let pass = 0; pass < maxPasses; pass += 1) {
    const after = onePass(before);
    // Only markup and entities can uncover more.
    if (after === before || !/[&<>\\[*_`~#]/.test(after)) return after;
    before = after;
  }
  return before;
}

function onePass(text: string): string {
  const decoded = cleanCharacters(decodeEntities(cleanCharacters(text)));
  const visible = unwrapMarkdown(separateHidden(decoded).visible);
  return foldLookAlikes(visible).replace(/\s+/g, ' ').trim();
}
