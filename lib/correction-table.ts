/** Which concepts often go with which correction: where a pack's words mislead, or are missing. */
import { z } from 'zod';
import { emotions, registers } from './reading.ts';

const values = z.object({
  language: z.string().max(60),
  register: z.enum([...registers, 'unmarked']),
  emotion: z.enum(emotions),
  intensity: z.number().int().min(0).max(3),
});
const line = z.object({
  time: z.string(),
  read: values,
  corrected: values.partial(),
  concepts: z.array(z.string().max(60)).max(200),
});
export type CorrectionLine = z.infer<typeof line>;

/** The lines of an export, and the numbers of those that are none. */
export function parseCorrections(text: string): { lines: CorrectionLine[]; bad: number[] } {
  const lines: CorrectionLine[] = [];
  const bad: number[] = [];
  text.split('\n').forEach((raw, i) => {
    if (raw.trim() === '') return;
    try {
      lines.push(line.parse(JSON.parse(raw)));
    } catch {
      bad.push(i + 1);
    }
  });
  return { lines, bad };
}

export interface TableRow {
  language: string;
  /** Such as `emotion: anger → joy`. */
  correction: string;
  /** A concept, or null for messages in which no word was known. */
  concept: string | null;
  /** Corrections of this kind with the concept, and all corrections of this language with it. */
  count: number;
  ofConcept: number;
}

/** Most frequent first. Intensity counts by its direction: how far is a matter of taste. */
export function correctionTable(lines: readonly CorrectionLine[]): TableRow[] {
  const rows = new Map<string, TableRow>();
  const withConcept = new Map<string, number>();
  for (const { read, corrected, concepts } of lines) {
    const found: (string | null)[] = concepts.length > 0 ? [...new Set(concepts)] : [null];
    for (const concept of found) {
      const key = `${read.language} ${concept}`;
      withConcept.set(key, (withConcept.get(key) ?? 0) + 1);
      for (const correction of changes(read, corrected)) {
        const id = `${key} ${correction}`;
        const row = rows.get(id) ?? { language: read.language, correction, concept, count: 0, ofConcept: 0 };
        rows.set(id, { ...row, count: row.count + 1 });
      }
    }
  }
  return [...rows.values()]
    .map((row) => ({ ...row, ofConcept: withConcept.get(`${row.language} ${row.concept}`) ?? 0 }))
    .sort(
      (a, b) =>
        b.count - a.count ||
        a.ofConcept - b.ofConcept ||
        `${a.language} ${a.correction} ${a.concept}`.localeCompare(`${b.language} ${b.correction} ${b.concept}`),
    );
}

function changes(read: CorrectionLine['read'], corrected: CorrectionLine['corrected']): string[] {
  const { language, register, emotion, intensity } = corrected;
  return [
    ...(language ? [`language: ${read.language} → ${language}`] : []),
    ...(register ? [`register: ${read.register} → ${register}`] : []),
    ...(emotion ? [`emotion: ${read.emotion} → ${emotion}`] : []),
    ...(intensity !== undefined ? [`intensity: ${intensity > read.intensity ? 'stronger' : 'weaker'}`] : []),
  ];
}
