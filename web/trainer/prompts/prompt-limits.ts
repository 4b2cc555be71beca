/** Longest instructions and note, in characters; the contract's. */
export const promptLimits = { text: 20_000, note: 200 } as const;
