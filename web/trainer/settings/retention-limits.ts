/** Fewest, usual and most days that students' work is kept; the contract's, and a test holds them together. */
export const retentionLimits = { least: 1, usual: 30, most: 365 } as const;
