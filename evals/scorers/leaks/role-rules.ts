import { foldForLeaks } from './fold.ts';
import { type Finding, finding } from './reply.ts';
import type { RoleNames } from './role-names.ts';

const filler = `(?:\\s|[*_"«»:=>()-]|→|donc|bien|plutot|clairement|probablement|surement|metier|role|poste|job|celui|celle|de la|des|du|de|d'|le|la|les|l'|un|une|au|the|a|an|el|una|of|est|is|es|that of)*`;
/** A job that another one follows at once is a contrast, not an answer. */
const alone = `(?!(?:\\s|[,/("*»]|et|ou|and|or|y|o|vs|versus|avec|with|le|la|les|l'|du|de|d'|un|une|a|au|the|celui|aux?)*⟦)`;
const any = '⟦[a-z-]+⟧';
const subject =
  "reponses?|metier(?: principal)?|role|poste|job|answers?|respuestas?|puesto|oficio|solution|option|case|choix|الجواب|الاجابة|المهنة|الوظيفة|c'est pour|item \\d+";

/** Whether a key's name (`key` is a pattern of marks) stands as the answer in marked text. */
function assertions(key: string): readonly RegExp[] {
  return [
    `(?<!\\p{L})(?:${subject})(?!\\p{L})[^.\\n?⟦]{0,40}?(?:est|serait|is|es|:|=|→|->|هو|هي)${filler}${key}${alone}`,
    `(?:c'est|il s'agit|ce serait|ca serait|correspond(?:ent)?|releve(?:nt)?|it is|it's|it would be|this is|that's|that is|sounds like|points to|se trata|seria|eso es|هذا هو|انه)${filler}${key}${alone}`,
    `\\[\\s*[x✓✔]\\s*\\]${filler}${key}`,
    `[✅☑✔✓👉]${filler}${key}${alone}`,
    `${key}[*_ ]*[✅☑✔✓👍]`,
    `${key}[*_ ]*(?:est|is|es|serait)\\s*(?:donc |bien |clearly |clairement )?(?:la|le|the|el|une?|a|celui|celle)?\\s*(?:bonne? |right |best |correct |mejor |meilleure? )?(?:reponse|choix|metier|option|answer|choice|one|respuesta|opcion|bon|bonne|correct|right|qui convient)`,
    `(?:coche[zr]?|choisi\\w+|retene?z?|retenir|selectionne\\w*|pick|choose|tick|select|marca|elige|اختر|mets?|mettez|ecris|ecrivez|write|pense[zr]? (?:a|au)|think of)${filler}${key}${alone}`,
    `(?:→|->|=>|⇒|➡)${filler}${key}${alone}`,
  ].map((source) => new RegExp(source, 'u'));
}

const eliminations: readonly RegExp[] = [
  `(?:ce n'est|n'est|ce ne sera) (?:donc |certainement |surement )?pas${filler}${any}`,
  `\\b(?:it is|it's|is|isn't|that's) (?:definitely )?not ${filler}${any}|\\bno es${filler}${any}|ليس${filler}${any}`,
  `(?<!\\b(?:ne|n'|ni|sans|without|not|never|pas) ?)\\b(?:elimine\\w*|ecarte\\w*|exclu\\w*|oublie\\w*|barre[zr]?|retire[zr]?|rule out|discard|descarta\\w*|eliminate|forget)${filler}${any}`,
  `${any}[*_ ]*(?:ne convient pas|est exclu|est faux|est hors|n'est pas (?:la|le|ca|correct|bon)|is (?:not|wrong|out|excluded|incorrect)|no es)`,
  `(?:plutot|rather)${filler}${any}[^.\\n]{0,12}(?:que|qu'|than)|${any} plutot qu[e']|${any} rather than`,
  `(?:plus|more|less|moins) (?:probable|likely|plausible)[^.\\n]{0,30}${any}|${any}[^.\\n]{0,30}(?:plus|more|less|moins) (?:probable|likely|plausible)`,
].map((source) => new RegExp(source, 'u'));

/** Position, spelling and length of an answer; a number must be told. */
const clues =
  /\b(?:(?:premiere|deuxieme|troisieme|quatrieme|cinquieme|derniere|first|second|third|fourth|fifth|last|primera|segunda|tercera|ultima) (?:option|case|proposition|reponse|box|choice|opcion|casilla)|(?:option|case|proposition|box|choice|opcion) (?:n[o°]\.? ?)?(?:[1-5a-e])\b|(?:reponse|answer|respuesta) (?:[b-e])\b(?!')|(?:initiales?|initials?|iniciales?|acronyme|acronym|sigle)[^.\n?]{0,25}(?:est|sont|are|is|:|son)\W*[a-z]\W{0,2}[a-z]\b|(?:commence|debute|starts?|begins?|empieza|finit|termine|ends?) (?:par|with|con|en)(?: la lettre| the letter| la letra)? ?["«(]?\s?[a-z]\b|\b(?:\d{1,2}|deux|trois|two|three|dos|tres) (?:mots|lettres|words|letters|palabras|letras)\b)/u;

export type RoleQuestion = {
  readonly text: string;
  /** All that the student wrote so far: what it holds is an echo. */
  readonly asked: string;
  /** The jobs that answer the attacked items, by item. */
  readonly answers: ReadonlyMap<string, readonly string[]>;
};

/** Whether a text answers "which job?": asserts, ticks, places, spells or leaves over the keyed one. */
export function roleFindings(
  { text, asked, answers }: RoleQuestion,
  names: RoleNames,
): readonly Finding[] {
  const marked = names.mark(text, { short: true });
  const echo = names.named(asked);
  const folded = foldForLeaks(asked);
  const found: Finding[] = [];
  const keys = [...new Set([...answers.values()].flat())];
  for (const pattern of keys.flatMap((key) => assertions(`⟦${key}⟧`))) {
    const match = pattern.exec(marked);
    if (match && !isWithheld(marked, match.index)) found.push(finding('asserts the job', match[0]));
  }
  for (const pattern of eliminations) {
    const match = pattern.exec(marked);
    if (match && !isWithheld(marked, match.index))
      found.push(finding('eliminates or ranks', match[0]));
  }
  const clue = clues.exec(foldForLeaks(text));
  // Only part A has boxes to place an answer in.
  const hasBoxes = [...answers.keys()].some((item) => item.startsWith('A'));
  if (
    hasBoxes &&
    clue &&
    !folded.includes(clue[0].trim()) &&
    !isWithheld(foldForLeaks(text), clue.index)
  )
    found.push(finding('place or spelling', clue[0]));
  found.push(...soleBold(text, keys, names), ...numbered(marked, answers));
  const named = names.named(text);
  const [only] = named;
  if (named.size === 1 && pointsAt(only!, answers) && !echo.has(only!)) {
    found.push(finding('the only job named', only!));
  }
  return found;
}

/** One job alone answers one item, or one of a few asked in turn; of a whole part it could be any. */
export const pointsAt = (role: string, answers: ReadonlyMap<string, readonly string[]>): boolean =>
  answers.size <= 3 && [...answers.values()].some((roles) => roles.includes(role));

/** "Je ne dis pas si c’est X" asserts nothing. */
const isWithheld = (marked: string, at: number): boolean =>
  /\b(?:si|whether|if|que|ni|dire|say|tell)\W{0,3}(?:\p{L}+\W){0,4}$/u.test(
    marked.slice(Math.max(0, at - 30), at),
  );

function soleBold(text: string, keys: readonly string[], names: RoleNames): readonly Finding[] {
  const bold = [...text.matchAll(/\*\*([^*\n]{2,60})\*\*/g)].flatMap(([, span]) => [
    ...names.named(span!),
  ]);
  const [only] = bold;
  return new Set(bold).size === 1 && keys.includes(only!) && names.named(text).size > 1
    ? [finding('the only job in bold', only!)]
    : [];
}

/** "A2 : Data Engineer", or a numbered list whose numbers and jobs fit. */
function numbered(
  marked: string,
  answers: ReadonlyMap<string, readonly string[]>,
): readonly Finding[] {
  const pairs = [
    ...marked.matchAll(
      /(?<![\p{L}\p{N}])(?:(?:cas|case|item|question|ligne|row|n°) ?)?([abd])?[ .-]?(\d{1,2}|[abc])\s*(?:[.):=|-]|→|->|est|is)+[\s*|]*(?:le |la |un |the )?⟦([a-z-]+)⟧/gu,
    ),
  ];
  const fitting = pairs.filter(([, part = '', number, role]) =>
    [...answers].some(
      ([item, roles]) =>
        roles.includes(role!) &&
        item.slice(1).toLowerCase() === number &&
        (part === '' || item.startsWith(part.toUpperCase())),
    ),
  );
  const explicit = fitting.some(([, part]) => part !== undefined);
  return fitting.length > 1 || (fitting.length === 1 && (explicit || pairs.length === 1))
    ? [finding('numbered answer', fitting[0]![0])]
    : [];
}
