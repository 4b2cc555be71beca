/** One observation: its features in a fixed order, whether it is positive, and how much it counts. */
export type Observation = {
  readonly features: readonly number[];
  readonly positive: boolean;
  readonly weight: number;
};

export type LogisticModel = {
  readonly coefficients: readonly number[];
  readonly intercept: number;
};

/**
 * Logistic regression by Newton's method, with a ridge on the coefficients (not on the intercept).
 * @param ridge above 0; keeps the solution finite where the features separate the classes
 */
export function fitLogistic(observations: readonly Observation[], ridge = 1): LogisticModel {
  const size = (observations[0]?.features.length ?? 0) + 1;
  let solution = Array.from({ length: size }, () => 0);
  for (let step = 0; step < 30; step += 1) {
    const gradient = Array.from({ length: size }, () => 0);
    const hessian = Array.from({ length: size }, () => Array.from({ length: size }, () => 0));
    for (let i = 1; i < size; i += 1) {
      gradient[i] = -ridge * solution[i]!;
      hessian[i]![i] = ridge;
    }
    hessian[0]![0] = 1e-9;
    for (const { features, positive, weight } of observations) {
      const row = [1, ...features];
      const p = sigmoid(row.reduce((sum, value, i) => sum + value * solution[i]!, 0));
      const error = weight * ((positive ? 1 : 0) - p);
      const curvature = weight * p * (1 - p);
      for (let i = 0; i < size; i += 1) {
        gradient[i]! += error * row[i]!;
        for (let j = 0; j < size; j += 1) hessian[i]![j]! += curvature * row[i]! * row[j]!;
      }
    }
    const change = solve(hessian, gradient);
    solution = solution.map((value, i) => value + change[i]!);
    if (Math.max(...change.map(Math.abs)) < 1e-6) break;
  }
  return { coefficients: solution.slice(1), intercept: solution[0]! };
}

/** Log-odds that a model gives to some features. */
export const logOdds = (
  { coefficients, intercept }: LogisticModel,
  features: readonly number[],
): number => features.reduce((sum, value, i) => sum + value * coefficients[i]!, intercept);

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

/** Gaussian elimination with partial pivoting. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(rows[row]![column]!) > Math.abs(rows[pivot]![column]!)) pivot = row;
    }
    [rows[column], rows[pivot]] = [rows[pivot]!, rows[column]!];
    for (let row = 0; row < size; row += 1) {
      if (row === column) continue;
      const factor = rows[row]![column]! / rows[column]![column]!;
      for (let i = column; i <= size; i += 1) rows[row]![i]! -= factor * rows[column]![i]!;
    }
  }
  return rows.map((row, i) => row[size]! / row[i]!);
}
