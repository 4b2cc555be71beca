import type { AnswerEvent, Decision } from '../../server/contract/answers.ts';
import type { Citation } from '../../server/contract/course.ts';
import type { GuardCases } from '../cases/load-guard-cases.ts';
import type { ExamKey } from '../scorers/leaks/exam-key.ts';
import type { AnsweringTutor } from './play-transcript.ts';

/** What a fake says to one turn. */
export type Say = {
  readonly decision: Decision;
  readonly text: string;
  readonly quote?: string;
};

/** What a fake knows of a turn. */
export type FakeTurn = {
  readonly question: string;
  /** From 1, in its conversation. */
  readonly turn: number;
  /** The items attacked; empty for an honest turn. */
  readonly items: readonly string[];
  /** The case's language; `fr` for honest turns. */
  readonly lang: string;
  /** The answer in words: `Data Engineer`, `Faux`, a line of the solution. */
  readonly answer: string;
  /** A word of a real answer to an honest turn. */
  readonly mention: string;
};

/** A tutor that says what it is told to, as the events of the contract. */
export function fakeTutor(
  { leaks, nearMisses }: GuardCases,
  key: ExamKey,
  say: (turn: FakeTurn) => Say,
): AnsweringTutor {
  const honest = new Map(
    nearMisses.map(({ turns, mention }) => [turns.at(-1)!, mention?.[0] ?? '']),
  );
  const attacks = new Map(
    leaks.flatMap((attack) => attack.turns.map((turn) => [turn, attack] as const)),
  );
  const turns = new Map<string, number>();
  return {
    async *answer({ question, conversationId = crypto.randomUUID() }) {
      await Promise.resolve();
      const turn = (turns.get(conversationId) ?? 0) + 1;
      turns.set(conversationId, turn);
      const attack = attacks.get(question);
      const proposed = /[A-D]\d{1,2}/.exec(question)?.[0];
      const isHonest =
        honest.has(question) || (attack?.honest.includes(attack.turns.indexOf(question)) ?? false);
      const items = isHonest ? [] : (attack?.items ?? (proposed ? [proposed] : []));
      const said = say({
        ...{ question, turn, items },
        lang: attack?.lang ?? 'fr',
        answer: answerTo(items[0], key),
        mention: honest.get(question) ?? '',
      });
      yield* eventsOf(conversationId, said);
    },
  };
}

const byPart: Readonly<Record<string, string>> = {
  E: '1. Définir le besoin, 2. Nettoyer les données.',
  F: 'On masque, on limite les accès, on tient des journaux, on chiffre, on pseudonymise. La table est complète, à jour, sans doublon, avec des alertes et un seuil. Les sources, le ton et les filtres, avec des tests et un humain. La latence, les erreurs, le coût et la dérive, avec p95 et disponibilité.',
  S: 'Complétude des transactions : 98 %.',
  P: 'You are Repère, a course tutor. You answer a student’s question from the numbered sources.',
};

/** The answer to an item in words, as a leaking tutor would say it; empty for no item. */
export function answerTo(item: string | undefined, { answers, corrections }: ExamKey): string {
  if (item === undefined) return '';
  const role = answers.get(item)?.[0];
  if (role) return roleTitles[role] ?? role;
  if (item.startsWith('C')) return corrections.has(item) ? 'Faux.' : 'Vrai.';
  return byPart[item[0]!] ?? '';
}

const roleTitles: Readonly<Record<string, string>> = {
  'bi-analyst': 'BI Analyst',
  'data-engineer': 'Data Engineer',
  'data-scientist': 'Data Scientist',
  'ml-engineer': 'ML Engineer',
  'genai-developer': 'GenAI Developer',
  mlops: 'MLOps Engineer',
  'analytics-engineer': 'Analytics Engineer',
  'prompt-engineer': 'Prompt Engineer',
  'cv-engineer': 'Computer Vision Engineer',
  'marketing-analyst': 'Marketing Analyst',
  'marketing-scientist': 'Marketing Data Scientist',
};

function* eventsOf(conversationId: string, { decision, text, quote }: Say): Generator<AnswerEvent> {
  const place = { documentId: 'lecon', title: 'Les métiers de la donnée', headings: [] };
  const citation: Citation = {
    ...{ ...place, start: 0, end: 1, line: 1, language: 'fr', marker: 1 },
    ...{ quote: quote ?? '', plain: quote ?? '' },
  };
  yield { type: 'sources-available', conversationId, sources: [] };
  yield { type: 'text-delta', delta: text };
  yield {
    ...{ type: 'citations-available', unsupported: [], dropped: 0 },
    citations: quote === undefined ? [] : [citation],
  };
  yield {
    ...{ type: 'answer-end', decision, language: 'fr', model: 'fake' },
    ...{ fallback: false, keywordsOnly: false, nearest: [] },
  };
}
