/** A model's files in memory. */
import type { HubNote, ModelStore } from '../../../lib/affect/hub/model-store.ts';

export interface MemoryStore extends ModelStore {
  files: Map<string, Uint8Array[]>;
  /** Thrown by the next thing that is kept. */
  full?: Error;
}

export function memoryStore(): MemoryStore {
  let note: HubNote | undefined;
  const store: MemoryStore = {
    files: new Map(),
    note: async () => note && structuredClone(note),
    setNote: async (next) => {
      note = structuredClone(next);
    },
    size: async (file) => (store.files.get(file) ?? []).reduce((sum, part) => sum + part.length, 0),
    append: async (file, bytes) => {
      if (store.full) throw store.full;
      store.files.set(file, [...(store.files.get(file) ?? []), bytes]);
    },
    read: async (file) => new Blob((store.files.get(file) ?? []) as BlobPart[]),
    remove: async (file) => {
      store.files.delete(file);
    },
    clear: async () => {
      store.files.clear();
      note = undefined;
    },
  };
  return store;
}
