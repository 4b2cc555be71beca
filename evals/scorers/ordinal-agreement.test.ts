import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactAgreement, macroF1, type Pair, quadraticWeightedKappa } from './ordinal-agreement.ts';

const scale = ['missing', 'partial', 'met'];
const [m, p, f] = scale as [string, string, string];
const times = (pair: Pair, count: number): readonly Pair[] =>
  Array.from({ length: count }, () => pair);

/** Worked by hand: 10 pairs. Rows one, columns other: m 2 1 0, p 1 2 0, f 0 1 3. */
const worked = [
  ...times([m, m], 2),
  ...times([m, p], 1),
  ...times([p, m], 1),
  ...times([p, p], 2),
  ...times([f, p], 1),
  ...times([f, f], 3),
];

const label = fc.constantFrom(m, p, f);
const anyPairs = fc.array(fc.tuple(label, label), { minLength: 1, maxLength: 30 });

describe('quadraticWeightedKappa', () => {
  it('agrees with a value worked by hand', () => {
    // Σ w·O = (1 + 1 + 1) / 4 = 0.75. Marginals: ones 3 3 4, others 3 4 3, E = ones·others / 10.
    // Σ w·E = ¼·(3·4 + 3·3 + 3·3 + 4·4) / 10 + 1·(3·3 + 4·3) / 10 = 1.15 + 2.1 = 3.25.
    expect(quadraticWeightedKappa(worked, scale)).toBeCloseTo(1 - 0.75 / 3.25, 12);
  });

  it('is 1 for full agreement, −1 for two labels exchanged, and nothing where chance agrees too', () => {
    const same = [...times([m, m], 4), ...times([f, f], 3)];
    expect(quadraticWeightedKappa(same, scale)).toBe(1);
    expect(quadraticWeightedKappa([...times([m, f], 2), ...times([f, m], 2)], scale)).toBe(-1);
    expect(quadraticWeightedKappa(times([p, p], 3), scale)).toBeNull();
    expect(quadraticWeightedKappa([], scale)).toBeNull();
  });

  it('is the same both ways, whatever the order of the pairs', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const turned = pairs.map(([one, other]): Pair => [other, one]).reverse();
        const [a, b] = [
          quadraticWeightedKappa(pairs, scale),
          quadraticWeightedKappa(turned, scale),
        ];
        if (a === null || b === null) expect(a).toBe(b);
        else expect(a).toBeCloseTo(b, 9);
      }),
    );
  });

  it('refuses a label that is not of the scale', () => {
    expect(() => quadraticWeightedKappa([['good', m]], scale)).toThrow('not a label');
  });
});

describe('macroF1', () => {
  it('agrees with a value worked by hand', () => {
    // m: 2·2/(3+3); p: 2·2/(3+4); f: 2·3/(4+3)
    expect(macroF1(worked, scale)).toBeCloseTo((4 / 6 + 4 / 7 + 6 / 7) / 3, 12);
  });

  it('leaves out a label that nobody uses and counts 0 for one that only one side uses', () => {
    expect(macroF1(times([m, m], 2), scale)).toBe(1);
    expect(
      macroF1(
        [
          [m, m],
          [p, m],
        ],
        scale,
      ),
    ).toBeCloseTo((2 / 3 + 0) / 2, 12);
  });
});

describe('exactAgreement', () => {
  it('is the share of equal pairs', () => {
    expect(exactAgreement(worked)).toBeCloseTo(0.7, 12);
    expect(exactAgreement([])).toBeNull();
  });
});
