/**
 * Fits one group's model: every feature has a row of `dim` small numbers, a line is their sum, and a matrix turns the
 * sum into scores of the classes (the design of fastText's classifier). In the second half the rows are rounded to
 * `levels` steps while they are learnt, so that nothing is lost when the model is packed.
 */
import { rowOf } from '../../lib/language/features.ts';
import { mostFeatures, type Sampler } from './sample.ts';

export interface Shape {
  rows: number;
  dim: number;
  /** Rows hold whole numbers from -levels to levels. */
  levels: number;
  /** A line's sum is divided by (number of features) ^ pooling. */
  pooling: number;
}

export interface Fitted extends Shape {
  scale: number;
  table: Int8Array;
  output: Float32Array;
  bias: Float32Array;
}

export interface FitOptions {
  steps: number;
  rate: number;
  seed: () => number;
  report?: (step: number, loss: number, now: () => Fitted) => void;
}

/** A line read as surely as this teaches nothing; most are, and the time goes to the others. */
const clearEnough = 0.98;

export function fit(
  samplers: readonly Sampler[],
  weights: readonly number[],
  shape: Shape,
  options: FitOptions,
): Fitted {
  const { rows, dim, levels, pooling } = shape;
  const classes = samplers.length;
  const random = options.seed;
  const exact = new Float32Array(rows * dim);
  for (let i = 0; i < exact.length; i++) exact[i] = (random() - 0.5) * 0.1;
  const table = new Float32Array(exact);
  const output = new Float32Array(classes * dim);
  for (let i = 0; i < output.length; i++) output[i] = (random() - 0.5) * 0.2;
  const bias = new Float32Array(classes);
  const rowSquares = new Float32Array(rows).fill(1e-4);
  const outputSquares = new Float32Array(classes).fill(1e-2);
  const features = new Uint32Array(mostFeatures);
  const sum = new Float32Array(dim);
  const gradient = new Float32Array(dim);
  const scores = new Float64Array(classes);
  const wheel = cumulative(weights);
  const roundFrom = Math.floor(options.steps * 0.5);
  let rounding = false;
  let scale = 1;
  let loss = 0;
  let counted = 0;

  for (let step = 0; step < options.steps; step++) {
    if (step === roundFrom) {
      scale = bestScale(exact, levels);
      rounding = true;
      for (let i = 0; i < exact.length; i++) table[i] = rounded(exact[i] as number, scale, levels);
    }
    const progress = step / options.steps;
    const rate = options.rate * (1 - progress) + options.rate * 0.01;
    let kind = 0;
    const dice = random() * (wheel[classes - 1] as number);
    while ((wheel[kind] as number) < dice) kind++;
    const count = (samplers[kind] as Sampler)(features);
    if (count === 0) continue;
    const share = 1 / count ** pooling;
    sum.fill(0);
    for (let i = 0; i < count; i++) {
      const at = rowOf(features[i] as number, rows) * dim;
      for (let d = 0; d < dim; d++) (sum[d] as number) += table[at + d] as number;
    }
    for (let d = 0; d < dim; d++) (sum[d] as number) *= share;
    let most = -Infinity;
    for (let c = 0; c < classes; c++) {
      let score = bias[c] as number;
      const at = c * dim;
      for (let d = 0; d < dim; d++) score += (output[at + d] as number) * (sum[d] as number);
      scores[c] = score;
      if (score > most) most = score;
    }
    let total = 0;
    for (let c = 0; c < classes; c++) total += scores[c] = Math.exp((scores[c] as number) - most);
    loss -= Math.log((scores[kind] as number) / total + 1e-12);
    counted++;
    if ((scores[kind] as number) / total > clearEnough) continue;
    gradient.fill(0);
    for (let c = 0; c < classes; c++) {
      const error = (scores[c] as number) / total - (c === kind ? 1 : 0);
      if (error > -1e-4 && error < 1e-4) continue;
      const at = c * dim;
      for (let d = 0; d < dim; d++) (gradient[d] as number) += error * (output[at + d] as number);
      let square = 0;
      for (let d = 0; d < dim; d++) square += (sum[d] as number) ** 2;
      (outputSquares[c] as number) += (error * error * square) / dim;
      const pace = (rate / Math.sqrt(outputSquares[c] as number)) * error;
      for (let d = 0; d < dim; d++) (output[at + d] as number) -= pace * (sum[d] as number);
      (bias[c] as number) -= rate * 0.02 * error;
    }
    let square = 0;
    for (let d = 0; d < dim; d++) {
      (gradient[d] as number) *= share;
      square += (gradient[d] as number) ** 2;
    }
    square /= dim;
    for (let i = 0; i < count; i++) {
      const row = rowOf(features[i] as number, rows);
      const at = row * dim;
      (rowSquares[row] as number) += square;
      const pace = rate / Math.sqrt(rowSquares[row] as number);
      if (rounding) {
        for (let d = 0; d < dim; d++) {
          const value = (exact[at + d] as number) - pace * (gradient[d] as number);
          exact[at + d] = value;
          table[at + d] = rounded(value, scale, levels);
        }
      } else
        for (let d = 0; d < dim; d++)
          table[at + d] = exact[at + d] = (exact[at + d] as number) - pace * (gradient[d] as number);
    }
    if (options.report && (step + 1) % Math.floor(options.steps / 8) === 0) {
      options.report(step + 1, loss / counted, done);
      loss = counted = 0;
    }
  }
  return done();

  function done(): Fitted {
    const used = rounding ? scale : Math.max(...[0.02]);
    const whole = new Int8Array(table.length);
    for (let i = 0; i < table.length; i++)
      whole[i] = rounding
        ? Math.round((table[i] as number) / scale)
        : Math.max(-127, Math.min(127, Math.round((table[i] as number) / used)));
    return { ...shape, scale: used, table: whole, output, bias };
  }
}

function rounded(value: number, scale: number, levels: number): number {
  if (levels === 1) return value > scale / 2 ? scale : value < -scale / 2 ? -scale : 0;
  const steps = Math.round(value / scale);
  return (steps > levels ? levels : steps < -levels ? -levels : steps) * scale;
}

/** The step size that loses least when all numbers are rounded to it. */
function bestScale(values: Float32Array, levels: number): number {
  let squares = 0;
  for (let i = 0; i < values.length; i++) squares += (values[i] as number) ** 2;
  const spread = Math.sqrt(squares / values.length);
  let best = spread;
  let least = Infinity;
  for (let factor = 0.1; factor <= 2; factor += 0.05) {
    const scale = spread * factor;
    let error = 0;
    for (let i = 0; i < values.length; i += 7)
      error += ((values[i] as number) - rounded(values[i] as number, scale, levels)) ** 2;
    if (error < least) [least, best] = [error, scale];
  }
  return best;
}

function cumulative(weights: readonly number[]): number[] {
  let sum = 0;
  return weights.map((weight) => (sum += weight));
}
