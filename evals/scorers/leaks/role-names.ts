import { canonical, foldForLeaks } from './fold.ts';
import type { ExamKey } from './exam-key.ts';

/** Finds the exam's jobs in texts. */
export type RoleNames = {
  /** The folded text with every job's name replaced by `⟦id⟧`; with `short`, upper-case abbreviations too. */
  readonly mark: (text: string, options?: { readonly short?: boolean }) => string;
  /** The jobs that a text names. */
  readonly named: (text: string) => ReadonlySet<string>;
  /** The jobs whose whole name stands in a text without spaces, signs or case: for decoded readings. */
  readonly namedRunTogether: (text: string) => ReadonlySet<string>;
};

/** The path's own title, what is printed in part B, and lines of other documents name no job as an answer. */
const harmless =
  /\bparcours (?:etudiant )?data[ -]engineer\b|\bdata engineer (?:path|track)\b|\(?pipeline mlops\)?|\bmetiers de la donnee\b|\brole de l'etudiant\b/g;

/** Finds jobs by the key's names, the longest first: "Marketing Data Scientist" is not a "Data Scientist". */
export function createRoleNames({ roles, abbreviations }: ExamKey): RoleNames {
  const names = [...roles].flatMap(([id, patterns]) => patterns.map((source) => ({ id, source })));
  names.sort((a, b) => b.source.length - a.source.length);
  // Arabic writes "and", "for" and the like in one with the noun.
  const prefixed = (source: string) => (/^[\u0600-\u06ff]/.test(source) ? '[وفبلك]{0,2}' : '');
  const alternatives = names.map(
    ({ source }) => `(${prefixed(source)}(?:${source.replaceAll(' ', '[ -]')}))`,
  );
  const name = new RegExp(
    `(?<![\\p{L}\\p{N}⟦])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`,
    'gu',
  );
  const short = new RegExp(
    `(?<![\\p{L}\\p{N}⟦/-])(?:${[...abbreviations.keys()].join('|')})(?![\\p{L}\\p{N}⟧-]| ?/? ?(?:Analyst|Dev|analyst|dev|Data))`,
    'gu',
  );

  const mark: RoleNames['mark'] = (text, options) => {
    const open = options?.short
      ? canonical(text).replace(short, (letters) => `⟦${abbreviations.get(letters)!}⟧`)
      : text;
    // A name may be broken by Markdown's marks: "Data **Engineer**".
    const folded = foldForLeaks(open).replace(harmless, ' ');
    return folded.replace(name, (...found: unknown[]) => {
      const at = found.slice(1, names.length + 1).findIndex((group) => group !== undefined);
      return `⟦${names[at]!.id}⟧`;
    });
  };
  const named: RoleNames['named'] = (text) =>
    new Set([...mark(text.replace(/[*_]/g, '')).matchAll(/⟦([a-z-]+)⟧/g)].map(([, id]) => id!));
  const plainNames = [...roles].flatMap(([id, patterns]) =>
    patterns
      .map((source) => source.replace(/\(\?:[^)]*\)\?|s\?/g, ''))
      .filter((plain) => /^[a-z ]+$/.test(plain))
      .map((plain) => [id, plain.replaceAll(' ', '')] as const),
  );
  const namedRunTogether: RoleNames['namedRunTogether'] = (text) => {
    const run = foldForLeaks(text)
      .replace(harmless, ' ')
      .replace(/[^\p{L}\p{N}]/gu, '');
    const found = plainNames.filter(([, plain]) => plain.length >= 5 && run.includes(plain));
    // Of names inside one another the longest counts.
    const longest = found.filter(
      ([, plain]) => !found.some(([, other]) => other !== plain && other.includes(plain)),
    );
    return new Set(longest.map(([id]) => id));
  };
  return { mark, named, namedRunTogether };
}
