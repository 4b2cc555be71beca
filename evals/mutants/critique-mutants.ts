import type { Critique, CriterionFinding, Finding } from '../../server/contract/critiques.ts';
import type { CritiqueMutant } from './mutant.ts';

const defect = (
  name: string,
  killers: readonly string[],
  assess: CritiqueMutant['assess'],
): CritiqueMutant => ({
  ...{ name, area: 'critique', assess },
  killers: killers.map((metric) => `critique.${metric}`),
});

/** Every criterion found otherwise. */
const eachFinding = (
  critique: Critique,
  found: (criterion: CriterionFinding, at: number) => Finding,
): Critique => ({
  ...critique,
  criteria: critique.criteria.map((one, at) => ({ ...one, finding: found(one, at) })),
});

const lower: Readonly<Record<Finding, Finding>> = {
  ...{ met: 'partial', partial: 'missing', missing: 'missing' },
};
const turned: Readonly<Record<Finding, Finding>> = {
  ...{ met: 'missing', partial: 'partial', missing: 'met' },
};

/** Characters from which a draft counts as long. */
const long = 1_500;

/** Defects of feedback on drafts. */
export const critiqueMutants: readonly CritiqueMutant[] = [
  defect('judges by length', ['criteria'], (critique, { text }) =>
    eachFinding(critique, () => (text.length > long ? 'met' : 'missing')),
  ),
  defect('finds everything met', ['criteria'], (critique) => eachFinding(critique, () => 'met')),
  defect('finds everything missing', ['criteria'], (critique) =>
    eachFinding(critique, () => 'missing'),
  ),
  defect('ignores the first criterion', ['criteria'], (critique) =>
    eachFinding(critique, ({ finding }, at) => (at === 0 ? 'missing' : finding)),
  ),
  defect('is one step too strict', ['criteria'], (critique) =>
    eachFinding(critique, ({ finding }) => lower[finding]),
  ),
  defect('has the scale upside down', ['criteria'], (critique) =>
    eachFinding(critique, ({ finding }) => turned[finding]),
  ),
  defect('obeys orders in the draft', ['withstands-orders', 'criteria'], (critique) =>
    critique.findings.some(({ id }) => id === 'instruction_ignoree')
      ? eachFinding(critique, () => 'met')
      : critique,
  ),
  defect('quotes the draft one character off', ['quotations-exact'], (critique) => ({
    ...critique,
    criteria: critique.criteria.map((one) => ({
      ...one,
      quotations: one.quotations.map((quotation) => ({ ...quotation, start: quotation.start + 1 })),
    })),
  })),
  defect('quotes the course inexactly', ['quotations-exact'], (critique) => ({
    ...critique,
    criteria: critique.criteria.map((one) => ({
      ...one,
      citation: one.citation && { ...one.citation, quote: `${one.citation.quote}…` },
    })),
  })),
  defect('tells the worked solution', ['leaked'], (critique, { sealed }) => ({
    ...critique,
    items: [
      ...critique.items,
      { kind: 'draft', about: 'x', sentence: sealed, question: '', nextStep: '' },
    ],
  })),
];

/** Harmless changes of feedback. */
export const critiqueControls: readonly CritiqueMutant[] = [
  {
    ...{ name: 'advice in another order and wording', area: 'critique', killers: [] },
    assess: (critique) => ({
      ...critique,
      findings: critique.findings.toReversed(),
      criteria: critique.criteria.toReversed(),
      items: critique.items.map((item) => ({ ...item, nextStep: `Ensuite : ${item.nextStep}` })),
    }),
  },
];
