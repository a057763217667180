/**
 * Fits the head of close neighbours: for these classes alone, a number of its own for every feature, added to what the
 * group's model says. The model's few dimensions are shared by forty languages; what parts Croatian from Bosnian is not.
 */
import { rowOf } from '../../lib/language/features.ts';
import type { Fitted } from './fit.ts';
import { mostFeatures, type Sampler } from './sample.ts';

export interface FittedHead {
  /** Places of the classes in the group. */
  classes: number[];
  rows: number;
  levels: number;
  scale: number;
  table: Int8Array;
}

export interface HeadOptions {
  rows: number;
  levels: number;
  steps: number;
  rate: number;
  /** Pulls numbers that little depends on towards nought, where they cost no bytes. */
  decay: number;
  random: () => number;
}

export function fitHead(
  fitted: Fitted,
  classes: readonly number[],
  samplers: readonly Sampler[],
  options: HeadOptions,
): FittedHead {
  const { rows, levels, steps, random } = options;
  const size = classes.length;
  const exact = new Float32Array(rows * size);
  const table = new Float32Array(rows * size);
  const squares = new Float32Array(rows * size).fill(1e-3);
  const features = new Uint32Array(mostFeatures);
  const sum = new Float64Array(fitted.dim);
  const scores = new Float64Array(size);
  const roundFrom = Math.floor(steps * 0.5);
  let scale = 1;
  let rounding = false;
  let loss = 0;
  let base = 0;
  const set = (at: number, value: number): void => {
    exact[at] = value;
    if (!rounding) table[at] = value;
    else {
      const whole = Math.round(value / scale);
      table[at] = (whole > levels ? levels : whole < -levels ? -levels : whole) * scale;
    }
  };
  for (let step = 0; step < steps; step++) {
    if (step === roundFrom) {
      const sorted = exact
        .filter((value) => value !== 0)
        .map(Math.abs)
        .sort();
      scale = (sorted[Math.floor(sorted.length * 0.97)] ?? 1) / levels;
      rounding = true;
      for (let i = 0; i < exact.length; i++) set(i, exact[i] as number);
    }
    const rate = options.rate * (1 - step / steps) + options.rate * 0.01;
    const kind = Math.floor(random() * size);
    const count = (samplers[classes[kind] as number] as Sampler)(features);
    if (count === 0) continue;
    const share = 1 / count ** fitted.pooling;
    sum.fill(0);
    for (let i = 0; i < count; i++) {
      const at = rowOf(features[i] as number, fitted.rows) * fitted.dim;
      for (let d = 0; d < fitted.dim; d++) (sum[d] as number) += fitted.table[at + d] as number;
    }
    let most = Number.NEGATIVE_INFINITY;
    for (let c = 0; c < size; c++) {
      const at = (classes[c] as number) * fitted.dim;
      let score = fitted.bias[classes[c] as number] as number;
      for (let d = 0; d < fitted.dim; d++)
        score += (fitted.output[at + d] as number) * (sum[d] as number) * share * fitted.scale;
      scores[c] = score;
    }
    if (step > steps * 0.9) base -= logShare(scores, kind);
    for (let i = 0; i < count; i++) {
      const at = rowOf(features[i] as number, rows) * size;
      for (let c = 0; c < size; c++) (scores[c] as number) += (table[at + c] as number) * share;
    }
    if (step > steps * 0.9) loss -= logShare(scores, kind);
    for (let c = 0; c < size; c++) most = Math.max(most, scores[c] as number);
    let total = 0;
    for (let c = 0; c < size; c++) total += scores[c] = Math.exp((scores[c] as number) - most);
    for (let c = 0; c < size; c++) {
      const gradient = ((scores[c] as number) / total - (c === kind ? 1 : 0)) * share;
      for (let i = 0; i < count; i++) {
        const at = rowOf(features[i] as number, rows) * size + c;
        (squares[at] as number) += gradient * gradient;
        const pace = rate / Math.sqrt(squares[at] as number);
        set(at, (exact[at] as number) * (1 - pace * options.decay) - pace * gradient);
      }
    }
  }
  console.log(
    `head ${classes.join(',')}: loss ${(base / steps / 0.1).toFixed(3)} → ${(loss / steps / 0.1).toFixed(3)}`,
  );
  return {
    classes: [...classes],
    rows,
    levels,
    scale,
    table: Int8Array.from(table, (value) => Math.round(value / scale)),
  };
}

function logShare(scores: Float64Array, kind: number): number {
  let most = Number.NEGATIVE_INFINITY;
  for (const score of scores) most = Math.max(most, score);
  let total = 0;
  for (const score of scores) total += Math.exp(score - most);
  return (scores[kind] as number) - most - Math.log(total);
}
