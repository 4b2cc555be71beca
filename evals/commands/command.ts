/** Where a command writes, and what it knows of its surroundings. */
export type CommandTools = {
  readonly print: (text: string) => void;
  /** Progress and notes, apart from the report. */
  readonly say: (text: string) => void;
  readonly isTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
};

/**
 * A command of `npm run eval`.
 * @returns the exit code: 0 when everything holds, 1 when a gate fails, 2 when nothing can be concluded
 * @throws {Error} with one sentence for the terminal when it cannot run
 */
export type Command = (args: readonly string[], tools: CommandTools) => Promise<number>;
