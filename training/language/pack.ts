/** Writes fitted groups as the file that `lib/language/model.ts` reads. */
import { featuresVersion } from '../../lib/language/features.ts';
import { type GroupHeader, type ModelHeader, modelFormat, numbersPerByte } from '../../lib/language/model.ts';
import type { Group } from './classes.ts';
import type { Fitted } from './fit.ts';
import type { FittedHead } from './fit-head.ts';

export interface FittedGroup {
  group: Group;
  filter: Uint8Array;
  fitted: Fitted;
  heads: FittedHead[];
  temperatures: number[];
}

export function packModel(
  groups: readonly FittedGroup[],
  about: Pick<ModelHeader, 'from' | 'licence' | 'commit'>,
): Uint8Array {
  const header: ModelHeader = {
    format: modelFormat,
    features: featuresVersion,
    ...about,
    groups: groups.map(
      ({ group, filter, fitted, heads, temperatures }): GroupHeader => ({
        script: group.script,
        classes: group.classes.map(({ language, other, transliterated }) => ({
          language,
          ...(other ? { other } : {}),
          ...(transliterated ? { transliterated } : {}),
        })),
        filterBits: filter.length * 8,
        rows: fitted.rows,
        dim: fitted.dim,
        levels: fitted.levels,
        scale: fitted.scale,
        pooling: fitted.pooling,
        heads: heads.map(({ classes, rows, levels, scale }) => ({ classes, rows, levels, scale })),
        temperatures,
      }),
    ),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const start = new Uint8Array(8);
  start.set([0x41, 0x54, 0x4c, 0x4d]);
  new DataView(start.buffer).setUint32(4, text.length, true);
  const parts: Uint8Array[] = [start, text];
  for (const { filter, fitted, heads } of groups) {
    parts.push(filter);
    parts.push(packTable(fitted.table, fitted.levels));
    const numbers = new Uint8Array((fitted.output.length + fitted.bias.length) * 4);
    const view = new DataView(numbers.buffer);
    [...fitted.output, ...fitted.bias].forEach((value, i) => {
      view.setFloat32(i * 4, value, true);
    });
    parts.push(numbers);
    for (const head of heads) parts.push(packTable(head.table, head.levels));
  }
  return Buffer.concat(parts);
}

function packTable(table: Int8Array, levels: number): Uint8Array {
  const perByte = numbersPerByte(levels);
  const values = 2 * levels + 1;
  const packed = new Uint8Array(Math.ceil(table.length / perByte));
  for (let i = 0; i < packed.length; i++) {
    let byte = 0;
    for (let j = perByte - 1; j >= 0; j--) byte = byte * values + ((table[i * perByte + j] ?? 0) + levels);
    packed[i] = byte;
  }
  return packed;
}
