/** Exit codes, as shells expect them: 2 when the caller asked wrongly, 1 for every other failure. */
export const exitCodes = { failed: 1, usage: 2 } as const;

/** A command that was called wrongly: the message says what is wrong and how to write it. */
export class UsageError extends Error {}

/** Somebody asked how a command is used: the message is what they want, and nothing failed. */
export class HelpRequest extends Error {}
