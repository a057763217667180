/** Runs a text-classification model from elsewhere with Transformers.js. Fetches nothing: its files are handed over. */
import { AutoTokenizer, env, PreTrainedModel, type PreTrainedTokenizer, type Tensor } from '@xenova/transformers';
import { prepare } from '../model-onnx.ts';
import type { AffectModelSource } from '../model-source.ts';
import { parseConfig } from './config.ts';
import type { ModelStore } from './model-store.ts';

interface HubSource {
  store: Pick<ModelStore, 'note' | 'read'>;
  /** A folder of our own origin that does not exist: whatever slips past us finds nothing. */
  folder: string;
  runtime: AffectModelSource['runtime'];
}

/** More pieces than these most encoders cannot take; where a message is longer, its beginning is read. */
const mostPieces = 512;
const id = 'model';

const dtypes: Record<string, 'q8' | 'int8' | 'fp32'> = {
  'onnx/model_quantized.onnx': 'q8',
  'onnx/model_int8.onnx': 'int8',
  'onnx/model.onnx': 'fp32',
};

/** Loads the model and runs it once. Rejects, saying why, where its files are not whole or do not fit each other. */
export async function loadClassifier({
  store,
  folder,
  runtime,
}: HubSource): Promise<(texts: readonly string[]) => Promise<number[][]>> {
  const note = await store.note();
  const dtype = dtypes[note?.complete?.graph ?? ''];
  if (!dtype) throw new Error('The chosen model’s files are not here.');
  const configText = await (await store.read('config.json')).text();
  const { labels, multiLabel } = parseConfig(configText, 'config.json');
  const { max_position_embeddings: positions } = JSON.parse(configText) as { max_position_embeddings?: number };

  prepare({ models: folder, runtime });
  env.useFS = false;
  env.fetch = async (address: string | URL) => {
    const name = String(address).split(`${folder}${id}/`)[1];
    const file = name === undefined ? undefined : await store.read(name);
    return file && file.size > 0 ? new Response(file) : new Response(null, { status: 404 });
  };
  const [tokenizer, model] = await Promise.all([
    AutoTokenizer.from_pretrained(id, { local_files_only: true }) as Promise<PreTrainedTokenizer>,
    PreTrainedModel.from_pretrained(id, {
      dtype,
      device: 'process' in globalThis && process.versions?.node ? 'cpu' : 'wasm',
      local_files_only: true,
    }),
  ]);
  const most = Math.min(mostPieces, ...[positions, tokenizer.model_max_length].filter((n) => n !== undefined && n > 8));

  async function classify(text: string): Promise<number[]> {
    const { logits } = (await model(await tokenizer(text, { truncation: true, max_length: most }))) as {
      logits?: Tensor;
    };
    const scores = Array.from((logits?.data ?? []) as Float32Array);
    if (scores.length !== labels.length || !scores.every(Number.isFinite))
      throw new Error(`The model gives ${scores.length} numbers for ${labels.length} labels.`);
    return multiLabel ? scores.map((score) => 1 / (1 + Math.exp(-score))) : softmax(scores);
  }

  await classify('.');
  return async (texts) => {
    const answers: number[][] = [];
    for (const text of texts) answers.push(await classify(text));
    return answers;
  };
}

function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}
