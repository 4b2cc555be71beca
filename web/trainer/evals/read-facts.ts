/** Most wordings that an expectation takes, and most characters of each: the server refuses more. */
export const factLimits = { count: 10, length: 200 } as const;

/** The wordings of a text, one a line; `null` for too many or too long ones. */
export function readFacts(text: string): readonly string[] | null {
  const facts = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const fits =
    facts.length <= factLimits.count && facts.every((one) => one.length <= factLimits.length);
  return fits ? facts : null;
}
