/**
 * Where the model comes from: the one place that knows its files. A bigger model that a lead names is no source of this
 * kind: it knows neither concepts nor signals, and leads this one (`hub/`).
 */

export interface AffectModelSource {
  /** The folder of the model under `models`, as Transformers.js asks for it. */
  id: string;
  /** Address or path of the folder that holds the models' folders, with a slash at the end. */
  models: string;
  /** Which of its files are read: `q8` is `onnx/model_quantized.onnx`. */
  dtype: 'q8' | 'fp32';
  /** The two files of ONNX Runtime's build for the processor. */
  runtime: { mjs: string; wasm: string };
  /** What lies beside the model as `attune.json`. Rejects where it cannot be read. */
  settings(): Promise<unknown>;
}

export const shippedModel = 'attune-affect';
/** Places in the built extension, as seen from its root. */
export const shippedPlaces = {
  models: 'models/',
  settings: `models/${shippedModel}/attune.json`,
  mjs: 'onnx/ort-wasm-simd-threaded.mjs',
  wasm: 'onnx/ort-wasm-simd-threaded.wasm',
} as const;

export const runtimeAt = (root: string): AffectModelSource['runtime'] => ({
  mjs: `${root}${shippedPlaces.mjs}`,
  wasm: `${root}${shippedPlaces.wasm}`,
});

/** The model that ships, in an extension whose root is `root` (with a slash at the end). */
export function shippedSource(root: string): AffectModelSource {
  return {
    id: shippedModel,
    models: `${root}${shippedPlaces.models}`,
    dtype: 'q8',
    runtime: runtimeAt(root),
    settings: async () => {
      const answer = await fetch(`${root}${shippedPlaces.settings}`);
      if (!answer.ok) throw new Error(`${shippedPlaces.settings}: ${answer.status}`);
      return answer.json();
    },
  };
}
