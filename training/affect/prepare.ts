/**
 * Writes what the Python side trains on, with the code that reads tickets.
 *
 *     node training/affect/prepare.ts texts PUBLIC WORK    WORK/texts.jsonl: folded text and language, for the word pieces; WORK/concepts.json
 *     node training/affect/prepare.ts inputs PUBLIC WORK   WORK/inputs.{ids,tags} and WORK/rows.jsonl: finished inputs
 *
 * PUBLIC is the folder of public sets, WORK a folder to write to. `inputs` needs the tokenizer that `tokenizer.py` made.
 */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { extractFeatures, signIds } from '../../lib/affect/features.ts';
import { buildInputs, normalise } from '../../lib/affect/model-input.ts';
import { ownWords } from '../../lib/text/clean.ts';
import { allConcepts, matcherFor, ownRows, publicRows, type Row } from './rows.ts';
import { loadPieces } from './shipped.ts';

const [step, publicFolder, work] = process.argv.slice(2);
if (!step || !publicFolder || !work) throw new Error('usage: prepare.ts texts|inputs PUBLIC WORK');
mkdirSync(work, { recursive: true });
if (step === 'texts') writeTexts(work);
else await writeInputs(work);

function* rows(): Generator<Row> {
  yield* ownRows();
  yield* publicRows(publicFolder as string);
}

function writeTexts(folder: string): void {
  writeFileSync(`${folder}/concepts.json`, JSON.stringify([...allConcepts(), ...signIds]));
  const out = lineWriter(`${folder}/texts.jsonl`);
  for (const row of rows()) {
    if (row.split !== 'train') continue;
    const text = normalise(ownWords(row.text)).normalised;
    out.write({ id: row.id, lang: row.lang, own: row.domain === 'support', text });
  }
  out.close();
}

async function writeInputs(folder: string): Promise<void> {
  const { settings, tokenize } = await loadPieces(`${folder}/model`);
  const ids = openSync(`${folder}/inputs.ids`, 'w');
  const tags = openSync(`${folder}/inputs.tags`, 'w');
  const out = lineWriter(`${folder}/rows.jsonl`);
  for (const row of rows()) {
    const features = extractFeatures(row.text, matcherFor(row.lang));
    // A label belongs to the whole message; of a long one the first window is kept, which tells most.
    const [input] = buildInputs(row.text, features, tokenize, settings);
    if (!input) continue;
    writeSync(ids, Uint16Array.from(input.inputIds));
    writeSync(tags, Uint8Array.from(input.tagIds));
    const { id, lang, source, domain, split, labels } = row;
    out.write({ id, lang, source, domain, split, length: input.inputIds.length, ...labels });
  }
  out.close();
  closeSync(ids);
  closeSync(tags);
}

function lineWriter(path: string): { write: (value: unknown) => void; close: () => void } {
  const file = openSync(path, 'w');
  let buffer: string[] = [];
  const flush = () => {
    if (buffer.length > 0) writeSync(file, `${buffer.join('\n')}\n`);
    buffer = [];
  };
  return {
    write(value) {
      if (buffer.push(JSON.stringify(value)) >= 5000) flush();
    },
    close() {
      flush();
      closeSync(file);
    },
  };
}
