/** Where a model's files are kept, and what is noted about them. */

export interface HubNote {
  /** The state of the model's repository that all files are from. */
  revision: string;
  /** Of a file that is begun: the entity tag it came with. */
  tags: Record<string, string>;
  /** Bytes of the files that are whole and checked. */
  whole: Record<string, number>;
  /** Only set when every file is there and was checked: nothing else may be loaded. */
  complete?: { graph: string };
}

/** The files of one model. What is appended stays when the page closes the next moment. */
export interface ModelStore {
  note(): Promise<HubNote | undefined>;
  setNote(note: HubNote): Promise<void>;
  /** Bytes of the file that are there; 0 where there is none. */
  size(file: string): Promise<number>;
  append(file: string, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  read(file: string): Promise<Blob>;
  remove(file: string): Promise<void>;
  clear(): Promise<void>;
}

const noteName = 'note.json';
const separator = '~';

/**
 * In the browser's private file system, in small parts: a part is either there or not, so that a download which is cut
 * off loses at most one. The folder's name is the model's key.
 */
export function fileSystemStore(key: string): ModelStore {
  const root = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('models', { create: true });
  const folder = async () => (await root()).getDirectoryHandle(key, { create: true });
  const flat = (file: string) => file.replaceAll('/', '-');

  async function write(name: string, data: Uint8Array<ArrayBuffer> | string): Promise<void> {
    const stream = await (await (await folder()).getFileHandle(name, { create: true })).createWritable();
    try {
      await stream.write(data);
      await stream.close();
    } catch (error) {
      await stream.abort().catch(() => undefined);
      throw error;
    }
  }

  /** In order. */
  async function parts(file: string): Promise<{ name: string; file: File }[]> {
    const found: { name: string; file: File }[] = [];
    for await (const [name, handle] of (await folder()).entries())
      if (handle.kind === 'file' && name.startsWith(`${flat(file)}${separator}`))
        found.push({ name, file: await (handle as FileSystemFileHandle).getFile() });
    return found.sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  return {
    async note() {
      try {
        const file = await (await (await folder()).getFileHandle(noteName)).getFile();
        return JSON.parse(await file.text()) as HubNote;
      } catch {
        return undefined;
      }
    },
    setNote: (note) => write(noteName, JSON.stringify(note)),
    size: async (file) => (await parts(file)).reduce((sum, part) => sum + part.file.size, 0),
    async append(file, bytes) {
      const number = String((await parts(file)).length).padStart(5, '0');
      await write(`${flat(file)}${separator}${number}`, bytes);
    },
    read: async (file) => new Blob((await parts(file)).map((part) => part.file)),
    async remove(file) {
      const from = await folder();
      for (const { name } of await parts(file)) await from.removeEntry(name);
    },
    clear: async () => {
      await (await root()).removeEntry(key, { recursive: true }).catch((error) => {
        if ((error as Error).name !== 'NotFoundError') throw error;
      });
    },
  };
}
