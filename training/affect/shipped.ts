/** Runs the shipped files in Node: the same tokenizer, inputs and graph as in the extension. */
import { readFileSync } from 'node:fs';
import { AutoTokenizer, env, LogLevel, PreTrainedModel, Tensor } from '@xenova/transformers';
import type { InputSettings, ModelInput, PieceTokenizer } from '../../lib/affect/model-input.ts';

export type Head = 'sentiment' | 'emotion' | 'intensity' | 'signals' | 'urgency';

export interface Settings extends InputSettings {
  outputs: { sentiment: string[]; emotion: string[]; signals: string[] };
  temperatures: Record<Head, number>;
  thresholds: Record<string, number>;
  emotionThreshold: number;
}

const heads: readonly Head[] = ['sentiment', 'emotion', 'intensity', 'signals', 'urgency'];

export async function loadPieces(folder: string): Promise<{ settings: InputSettings; tokenize: PieceTokenizer }> {
  const settings = JSON.parse(readFileSync(`${folder}/attune.json`, 'utf8')) as InputSettings;
  prepare();
  const tokenizer = await AutoTokenizer.from_pretrained(folder, { local_files_only: true });
  // biome-ignore lint/suspicious/noExplicitAny: the inner tokenizer gives ids and pieces at once and is not in the types
  const pieces = (tokenizer as any)._tokenizer;
  return { settings, tokenize: (text) => pieces.encode(text, { add_special_tokens: false }) };
}

/** Logits of each input by head; inputs of any number, padded among themselves. */
export async function loadGraph(folder: string, pad: number) {
  prepare();
  const model = await PreTrainedModel.from_pretrained(folder, { dtype: 'q8', device: 'cpu', local_files_only: true });
  return async (inputs: readonly ModelInput[]): Promise<Record<Head, number[]>[]> => {
    const length = Math.max(...inputs.map((i) => i.inputIds.length));
    const tensor = (valueAt: (input: ModelInput, at: number) => number) =>
      new Tensor(
        'int64',
        BigInt64Array.from(inputs.flatMap((input) => Array.from({ length }, (_, at) => BigInt(valueAt(input, at))))),
        [inputs.length, length],
      );
    const outputs = await model({
      input_ids: tensor((i, at) => i.inputIds[at] ?? pad),
      attention_mask: tensor((i, at) => (at < i.inputIds.length ? 1 : 0)),
      tag_ids: tensor((i, at) => i.tagIds[at] ?? 0),
    });
    return inputs.map(
      (_, row) =>
        Object.fromEntries(heads.map((head) => [head, outputs[head].tolist()[row]])) as Record<Head, number[]>,
    );
  };
}

function prepare(): void {
  env.logLevel = LogLevel.NONE;
  env.allowRemoteModels = false;
  const { wasm } = env.backends.onnx;
  if (!wasm) throw new Error('ONNX Runtime has no WebAssembly here.');
  // The library presets an address on the net; the installed build is what the extension ships.
  wasm.wasmPaths = new URL('.', import.meta.resolve('onnxruntime-web')).href;
  wasm.numThreads = 1;
}
