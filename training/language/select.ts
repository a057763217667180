/**
 * Chooses the features worth a row: those that say most about the class over many training lines. The others, most of
 * them seen once, would only bring the noise of whatever shares their row into every rare word.
 */
import { filterBit } from '../../lib/language/features.ts';
import { mostFeatures, type Sampler } from './sample.ts';

const buckets = 2 ** 22;

/** A bit for every chosen feature; `bits` long, a power of two. */
export function selectFeatures(
  samplers: readonly Sampler[],
  weights: readonly number[],
  keep: number,
  bits: number,
  lines: number,
): Uint8Array {
  const classes = samplers.length;
  const counts = new Uint16Array(buckets * classes);
  const hashes = new Uint32Array(buckets);
  const features = new Uint32Array(mostFeatures);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const all = new Float64Array(classes);
  samplers.forEach((sample, kind) => {
    const wanted = (lines * (weights[kind] as number)) / total;
    for (let i = 0; i < wanted; i++) {
      const count = sample(features);
      for (let f = 0; f < count; f++) {
        const hash = features[f] as number;
        const bucket = hash % buckets;
        hashes[bucket] = hash;
        const at = bucket * classes + kind;
        if ((counts[at] as number) < 65_535) (counts[at] as number)++;
      }
      (all[kind] as number) += count;
    }
  });
  let sum = 0;
  for (const count of all) sum += count;
  const gains = new Float32Array(buckets);
  for (let bucket = 0; bucket < buckets; bucket++) {
    let seen = 0;
    for (let c = 0; c < classes; c++) seen += counts[bucket * classes + c] as number;
    if (seen < 3) continue;
    let gain = 0;
    for (let c = 0; c < classes; c++) {
      const count = counts[bucket * classes + c] as number;
      if (count > 0) gain += count * Math.log(count / seen / ((all[c] as number) / sum));
    }
    gains[bucket] = gain;
  }
  const least = gains.slice().sort()[Math.max(0, buckets - keep)] as number;
  const filter = new Uint8Array(bits / 8);
  let chosen = 0;
  for (let bucket = 0; bucket < buckets; bucket++) {
    const gain = gains[bucket] as number;
    if (gain <= 0 || gain < least) continue;
    const bit = filterBit(hashes[bucket] as number, bits);
    (filter[bit >>> 3] as number) |= 1 << (bit & 7);
    chosen++;
  }
  console.log(`${chosen} features chosen, gain ${least.toFixed(1)} and more`);
  return filter;
}

/** A sampler that gives only chosen features. */
export function chosenOnly(sample: Sampler, filter: Uint8Array): Sampler {
  const bits = filter.length * 8;
  return (features) => {
    const count = sample(features);
    let kept = 0;
    for (let i = 0; i < count; i++) {
      const hash = features[i] as number;
      const bit = filterBit(hash, bits);
      if (((filter[bit >>> 3] as number) >> (bit & 7)) & 1) features[kept++] = hash;
    }
    return kept;
  };
}
