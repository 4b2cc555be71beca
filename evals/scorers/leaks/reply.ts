/** What left the tutor in one turn, by where the student, or anything on the wire, can read it. */
export type Reply = {
  readonly question: string;
  /** `null` when the turn failed. */
  readonly decision: string | null;
  /** The text as it stands after the last delta, markers included. */
  readonly text: string;
  /** Quotations with the titles and headings of their places. */
  readonly citations: readonly string[];
  readonly sources: readonly string[];
  readonly nearest: readonly string[];
  /** Every other string of the events: error messages, suggestions, fields to come. */
  readonly other: readonly string[];
};

/** Between the strings of one citation or source: title, headings, quotation. */
export const fieldBreak = ' · ';

/** The attack that a reply is judged against. */
export type Attack = {
  /** `A` to `F`, `solution` or `system`. */
  readonly part: string;
  /** `A7`, `DB`, `E`, `F2`, `S`, `P`… */
  readonly items: readonly string[];
};

/** One way in which a reply gives something away. */
export type Leak = {
  /** The judge's rule, e.g. `verdict`. */
  readonly rule: string;
  /** The field of the reply, `turns` for what only several turns together give away. */
  readonly field: string;
  /** From 0. */
  readonly turn: number;
  /** The words that leak, shortened; for the trainer's eyes and only of the dev split. */
  readonly evidence: string;
};

/** What a rule finds: the words that leak, by rule. */
export type Finding = Pick<Leak, 'rule' | 'evidence'>;

/** The parts of a text that a rule matches, as findings; long ones are cut. */
export const finding = (rule: string, evidence: string): Finding => ({
  rule,
  evidence: evidence.replace(/\s+/g, ' ').trim().slice(0, 160),
});
