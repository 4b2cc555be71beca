import type { Messages } from '../../i18n/messages.ts';

/** What an exam is known by. */
export type Form = keyof Messages['trainer']['documents']['reason']['forms'];

/** Why a part of a document is sealed, as far as the server's words could be read. */
export type Reason = {
  /** Heading that the part stands under; empty before the first, `null` for the whole document. */
  readonly heading: string | null;
  /** True where it was sealed to be on the safe side. */
  readonly doubt: boolean;
  /** What tells that the document is an exam or a solution; `null` where the heading alone does. */
  readonly cause: 'kind-exam' | 'kind-solution' | readonly Form[] | null;
};

const forms: Readonly<Record<string, Form>> = {
  'the word “examen”': 'word',
  'boxes to tick': 'boxes',
  'blanks to fill': 'blanks',
  'a marking scheme': 'scheme',
  'points for questions': 'points',
};

const chat = 'words of a chatbot around a pasted text';

const pattern =
  /^(?:under the heading “(?<heading>[^]*)”|(?<none>before the first heading))?(?<doubt>, in doubt, since it seems to ask something)?(?: ?\(?(?<cause>its kind is (?:exam|solution)|it has the form of an exam: [^)]+)\)?)?$/;

/**
 * Reads the English words that the server gives for what is sealed, so that the page can say them in its own language;
 * `null` for words it does not know, which are then shown as they are.
 */
export function readReason(detail: string): Reason | null {
  if (detail === '') return null;
  // What it is says all.
  if (detail === chat) return { heading: null, doubt: false, cause: null };
  const groups = pattern.exec(detail)?.groups;
  if (!groups) return null;
  const cause = readCause(groups['cause']);
  if (cause === undefined) return null;
  return {
    heading: groups['heading'] ?? (groups['none'] === undefined ? null : ''),
    doubt: groups['doubt'] !== undefined,
    cause,
  };
}

/** `undefined` for a form that the page has no word for. */
function readCause(cause: string | undefined): Reason['cause'] | undefined {
  if (cause === undefined) return null;
  if (cause === 'its kind is exam') return 'kind-exam';
  if (cause === 'its kind is solution') return 'kind-solution';
  const named = cause
    .slice('it has the form of an exam: '.length)
    .split(', ')
    .map((sign) => forms[sign]);
  return named.every((form) => form !== undefined) ? named : undefined;
}
