import type { ConversationView, TurnView } from '../../contract/conversations.ts';
import type { Citation, Place } from '../../contract/course.ts';

type Language = 'fr' | 'en';

/** What a conversation is told in when it is read outside the page. */
const words = {
  fr: {
    intro:
      'Conversation avec Repère, un tuteur de cours. C’est une IA\u202f: elle peut se tromper, et rien de ce qu’elle écrit n’est une note.',
    question: 'Question',
    answer: 'Réponse',
    hint: 'Indice',
    cited: 'Passages cités',
    reread: 'Sections à relire',
    nearest: 'Sections du cours les plus proches',
    line: 'ligne',
    stopped: 'Réponse arrêtée à votre demande\u202f; voici ce qui était venu.',
    interrupted: 'Réponse interrompue\u202f; voici ce qui était venu.',
    failed: 'La question n’a pas reçu de réponse.',
    streaming: 'Réponse en cours d’écriture.',
    fallback: 'Réponse du modèle hors ligne\u202f: le modèle habituel ne répondait pas.',
    quoted: (quote: string) => `«\u00a0${quote}\u00a0»`,
    after: '\u00a0:',
  },
  en: {
    intro:
      'A conversation with Repère, a course tutor. It is an AI: it can be wrong, and nothing that it writes is a mark.',
    question: 'Question',
    answer: 'Answer',
    hint: 'Hint',
    cited: 'Passages quoted',
    reread: 'Sections to reread',
    nearest: 'Nearest sections of the course',
    line: 'line',
    stopped: 'You stopped this answer; this is what had come.',
    interrupted: 'This answer was cut off; this is what had come.',
    failed: 'The question got no answer.',
    streaming: 'This answer is being written.',
    fallback: 'Answered by the offline model: the usual one did not reply.',
    quoted: (quote: string) => `“${quote}”`,
    after: ':',
  },
} as const;

/**
 * A conversation as Markdown that a person can read and print: each question with its date, the answer, and what its
 * markers lead to.
 * @param language of the words around it; by default that of the last turn
 */
export function toMarkdown(conversation: ConversationView, language?: Language): string {
  const { title, history } = conversation;
  const told = language ?? history.at(-1)?.language ?? 'fr';
  const turns = history.map((turn, at) => turnText(turn, at + 1, told));
  return `${[`# ${plainLine(title)}`, words[told].intro, ...turns].join('\n\n')}\n`;
}

function turnText(turn: TurnView, number: number, language: Language): string {
  const told = words[language];
  const { status, text, citations, nearest, fallback, decision } = turn;
  const parts = [
    `## ${told.question} ${number} — ${dateText(turn.askedAt, language)}`,
    quoteLines(turn.question),
    `### ${decision === 'hint' ? told.hint : told.answer}`,
  ];
  if (status !== 'complete') parts.push(`*${told[status]}*`);
  if (fallback) parts.push(`*${told.fallback}*`);
  if (text !== '') parts.push(text);
  if (citations.length > 0) {
    const lines = citations.map((citation) => citationLine(citation, language));
    const title = decision === 'hint' || decision === 'refuse' ? told.reread : told.cited;
    parts.push([`**${title}**`, '', ...lines].join('\n'));
  }
  if (nearest.length > 0) {
    const lines = nearest.map((place) => `- ${placeText(place, language)}`);
    parts.push([`**${told.nearest}**`, '', ...lines].join('\n'));
  }
  return parts.join('\n\n');
}

/** Written as the text has it, `[1]`, and not as a list, whose numbers a reader counts anew. */
function citationLine(citation: Citation, language: Language): string {
  const { marker, plain, headings } = citation;
  const place = `- [${marker}] ${placeText(citation, language)}`;
  // A section to read again is told by its heading: quoting it would say it twice.
  if (plain === headings.at(-1)) return place;
  const { after, quoted } = words[language];
  return `${place}${after} ${quoted(plainLine(plain))}`;
}

const placeText = ({ title, headings, line }: Place, language: Language): string =>
  `*${[title, ...headings].map(plainLine).join(' › ')}*, ${words[language].line} ${line}`;

/** What a student wrote is shown as it is, whatever its lines begin with. */
const quoteLines = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');

/** One line that Markdown leaves as it is. */
const plainLine = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_[\]<>#]/g, '\\$&');

const dateText = (iso: string, language: Language): string =>
  new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
  }).format(new Date(iso));
