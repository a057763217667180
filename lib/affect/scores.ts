/** From scores to chances, for rules and model alike. */

/** Of answers that compete: they add up to 1. A higher temperature makes them less sure. */
export function softmax(scores: readonly number[], temperature = 1): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - highest) / temperature));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

/** Of an answer that stands alone. */
export const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
