/** How right readings are: macro-F1, precision and recall, and how far confidence is from being right. */

export interface Ratio {
  precision: number;
  recall: number;
  f1: number;
}

export function ratio(right: number, said: number, there: number): Ratio {
  const precision = said === 0 ? Number.NaN : right / said;
  const recall = there === 0 ? Number.NaN : right / there;
  return { precision, recall, f1: said + there === 0 ? Number.NaN : (2 * right) / (said + there) };
}

/** The mean F1 of the classes that are there: each counts the same, however rare. NaN for no pairs. */
export function macroF1<T>(pairs: readonly { gold: T; said: T }[]): number {
  const classes = [...new Set(pairs.map((pair) => pair.gold))];
  const scores = classes.map(
    (value) =>
      ratio(
        pairs.filter((p) => p.gold === value && p.said === value).length,
        pairs.filter((p) => p.said === value).length,
        pairs.filter((p) => p.gold === value).length,
      ).f1,
  );
  return scores.reduce((a, b) => a + b, 0) / scores.length;
}

const bins = 10;

/** Expected calibration error: by how much, on average, a confidence misses the share that is right. */
export function calibrationError(answers: readonly { confidence: number; right: boolean }[]): number {
  let error = 0;
  for (let bin = 0; bin < bins; bin++) {
    const here = answers.filter(({ confidence }) => Math.min(bins - 1, Math.floor(confidence * bins)) === bin);
    const confidence = here.reduce((sum, answer) => sum + answer.confidence, 0);
    const right = here.filter((answer) => answer.right).length;
    error += Math.abs(confidence - right);
  }
  return answers.length === 0 ? Number.NaN : error / answers.length;
}

export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
