const count = (value: number) => value.toLocaleString('en-GB');

/** Sentences that count, on the pages of evaluations. */
export const evalCounts = {
  progress: (done: number, of: number) => `${count(done)} of ${count(of)} cases`,
  estimate: (cases: number, cached: number) =>
    cached === 0
      ? `${count(cases)} cases.`
      : `${count(cases)} cases, ${count(cached)} of them known from an earlier evaluation.`,
  calls: (calls: number, tokens: number) =>
    `At most ${count(calls)} ${calls === 1 ? 'call' : 'calls'} of the model, about ${count(tokens)} tokens.`,
  betterMeasures: (n: number) => `${count(n)} ${n === 1 ? 'measure is' : 'measures are'} better.`,
  worseMeasures: (n: number) => `${count(n)} ${n === 1 ? 'measure is' : 'measures are'} worse.`,
  sameMeasures: (n: number) =>
    `${count(n)} ${n === 1 ? 'measure' : 'measures'} without a difference shown.`,
  gatesFailed: (n: number) => `${count(n)} ${n === 1 ? 'condition fails' : 'conditions fail'}.`,
  gatesHold: 'Every condition holds.',
  shownOf: (shown: number, of: number) =>
    `The first ${count(shown)} of ${count(of)}; the report holds them all.`,
  won: (wins: number, losses: number) => `${count(wins)}, ${count(losses)}`,
} as const;
