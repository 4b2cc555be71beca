/** The sentences of a message as it was typed: cut after end marks and at line breaks. */
export const messageParts = (message: string): readonly string[] =>
  message
    .split(/(?<=[.!?؟;])\s+|\n+/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
