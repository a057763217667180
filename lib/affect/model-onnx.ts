/**
 * Runs a model with Transformers.js on ONNX Runtime's build for the processor, in a browser's worker and in Node alike.
 * Nothing is fetched but the files that the source names, and nothing is logged: the library would print a failing
 * input, and that is a customer's message.
 */
import { AutoTokenizer, env, LogLevel, PreTrainedModel, type PreTrainedTokenizer, Tensor } from '@xenova/transformers';
import type { ModelRuntime } from './model.ts';
import type { Scores } from './model-decode.ts';
import type { ModelInput } from './model-input.ts';
import { parseModelSettings } from './model-settings.ts';
import type { AffectModelSource } from './model-source.ts';

const heads = ['sentiment', 'emotion', 'intensity', 'signals', 'urgency'] as const;

/** Loads the model and runs it once, so that the first message does not wait for what is set up then. Rejects, saying why. */
export async function loadRuntime(source: AffectModelSource): Promise<ModelRuntime> {
  prepare(source);
  const [settings, tokenizer, model] = await Promise.all([
    source.settings().then(parseModelSettings),
    AutoTokenizer.from_pretrained(source.id, { local_files_only: true }) as Promise<PreTrainedTokenizer>,
    // The base class: the graph is an encoder like any other, only with outputs of its own.
    PreTrainedModel.from_pretrained(source.id, {
      dtype: source.dtype,
      // What browsers call wasm, Node calls cpu; here both are the same build.
      device: 'process' in globalThis && process.versions?.node ? 'cpu' : 'wasm',
      local_files_only: true,
    }),
  ]);
  const { start, separator } = settings.ids;

  // One window a run: the graph scales its numbers by the largest in the run, so that beside others a window would be read
  // a little otherwise than alone; and on one core rows that are filled up to one length take no less time.
  async function runWindow({ inputIds, tagIds }: ModelInput): Promise<Scores> {
    const row = (values: readonly number[]) =>
      new Tensor('int64', BigInt64Array.from(values, BigInt), [1, values.length]);
    const outputs = (await model({
      input_ids: row(inputIds),
      attention_mask: row(inputIds.map(() => 1)),
      tag_ids: row(tagIds),
    })) as Record<string, { data: Float32Array } | undefined>;
    const scores = heads.map((head) => {
      const output = outputs[head];
      if (!output) throw new Error(`The model has no output “${head}”.`);
      return [head, Array.from(output.data)] as const;
    });
    return Object.fromEntries(scores) as unknown as Scores;
  }

  await runWindow({ inputIds: [start, separator], tagIds: [0, 0] });
  return {
    settings,
    tokenize: (text) => ({
      ids: tokenizer.encode(text, { add_special_tokens: false }),
      tokens: tokenizer.tokenize(text),
    }),
    run: async (windows) => {
      const scores: Scores[] = [];
      for (const window of windows) scores.push(await runWindow(window));
      return scores;
    },
  };
}

/** Tells the library where files are, and that nothing else may be fetched. Before anything loads. */
export function prepare({ models, runtime }: Pick<AffectModelSource, 'models' | 'runtime'>): void {
  env.logLevel = LogLevel.NONE;
  env.allowRemoteModels = false;
  env.allowLocalModels = true;
  env.localModelPath = models;
  // The files are the extension's own: a second copy in a cache would only be one that an update leaves behind.
  env.useBrowserCache = false;
  env.useFSCache = false;
  env.useWasmCache = false;
  const { wasm } = env.backends.onnx;
  if (!wasm) throw new Error('ONNX Runtime has no WebAssembly here.');
  // The library presets an address on the net; ours must stand before anything loads.
  wasm.wasmPaths = runtime;
  // More would need a page that is isolated from all others, and the desk has only so many cores.
  wasm.numThreads = 1;
  wasm.proxy = false;
}
