/** What the page “Model” needs of the browser: the permission for a download, the download, the files, the reading. */
import { browser } from '#imports';
import type { ReadBy, Sample } from '../../components/options/model-compare.ts';
import { cancelled, type ModelTools } from '../../components/options/models.ts';
import { extractFeatures } from '../../lib/affect/features.ts';
import type { HubChoice } from '../../lib/affect/hub/choice.ts';
import type { Downloaded } from '../../lib/affect/hub/download.ts';
import { fileSystemStore } from '../../lib/affect/hub/model-store.ts';
import { originsFor } from '../../lib/affect/hub/place.ts';
import { downloadLock, HubError } from '../../lib/affect/hub/problem.ts';
import { createLexicon, type Lexicon } from '../../lib/affect/lexicon.ts';
import type { Library } from '../../lib/library.ts';
import { languageOf, wordListFor } from '../../lib/locale.ts';
import { sendMessage } from '../../lib/messaging.ts';
import { hubModelsItem } from '../../lib/storage.ts';
import type { DownloadSays } from '../model-download.ts';

/** Loopback only: the loopback build holds its permission from the start. */
const loopback = () =>
  (browser.runtime.getManifest().host_permissions ?? []).some((origin: string) =>
    origin.startsWith('http://127.0.0.1/'),
  );

/** Of pack examples, which are many: enough to see where two models differ. */
const examplesShown = 60;

export async function modelTools(library: Library): Promise<ModelTools> {
  // Known before the click: whoever asks the browser in a click cannot wait for storage first.
  let origins = (await hubModelsItem.getValue()).origins;
  hubModelsItem.watch((models) => {
    origins = models.origins;
  });
  const setOrigins = async (next: string[]) => {
    origins = next;
    await hubModelsItem.setValue({ ...(await hubModelsItem.getValue()), origins: next });
  };

  // A page that was closed in the middle of a download could not give its permission back.
  await navigator.locks.request(downloadLock, { ifAvailable: true }, async (lock) => {
    if (!lock || origins.length === 0) return;
    await browser.permissions.remove({ origins }).catch(() => false);
    await setOrigins([]);
  });

  return {
    models: hubModelsItem,
    loopback: loopback(),

    ask(place) {
      const wanted = originsFor(place);
      const before = origins;
      // Asked for first, so that it is answered before the other question changes the answer.
      const had = browser.permissions.contains({ origins: wanted });
      // Before the browser's answer: the background must not take a download's host for a site to run on.
      const noted = setOrigins([...new Set([...before, ...wanted])]);
      const asked = browser.permissions.request({ origins: wanted });
      const ours = had.then((held) => !held || wanted.every((origin) => before.includes(origin)));
      const release = async () => {
        if (await ours) await browser.permissions.remove({ origins: wanted }).catch(() => false);
        await setOrigins(origins.filter((origin) => !wanted.includes(origin)));
      };
      const granted = (async () => {
        await noted;
        const yes = await asked.catch(() => false);
        // Held for a site already: that stays as it is.
        if (yes && !(await ours)) await setOrigins(before);
        return yes;
      })();
      return { granted, release };
    },

    download(place, onProgress) {
      const worker = new Worker(browser.runtime.getURL('/model-download.js' as '/'));
      const result = new Promise<Downloaded>((resolve, reject) => {
        worker.addEventListener('message', ({ data }: MessageEvent<DownloadSays>) => {
          if ('progress' in data) onProgress(data.progress);
          else if ('done' in data) resolve(data.done);
          else if ('cancelled' in data) reject(cancelled());
          else reject(new HubError(data.failed, data.place, data.detail));
        });
        worker.addEventListener('error', (event) => reject(new Error(event.message || 'The download stopped.')));
        worker.postMessage({ start: place });
      }).finally(() => worker.terminate());
      return { result, cancel: () => worker.postMessage({ cancel: true }) };
    },

    isThere: async (key) => (await fileSystemStore(key).note())?.complete !== undefined,
    removeFiles: (key) => fileSystemStore(key).clear(),
    read: readBy(library),
  };
}

function readBy(library: Library): ReadBy {
  const lexicons = new Map<string, Promise<Lexicon>>();
  function lexiconOf(language: string): Promise<Lexicon> {
    const made = lexicons.get(language) ?? library.words(wordListFor(language)).then((w) => createLexicon(w, language));
    lexicons.set(language, made);
    return made;
  }

  async function read({ text, lang }: Sample, by: HubChoice | 'shipped') {
    const features = extractFeatures(text, (await lexiconOf(lang)).concepts);
    const reply = await sendMessage('tryModel', {
      messages: [{ text, features, language: lang, evidence: false }],
      by,
    });
    const [reading] = 'readings' in reply ? reply.readings : [];
    if (!reading || !('readings' in reply) || reply.shippedAlone) throw new Error('The model does not answer.');
    return { sentiment: reading.sentiment.value, emotion: reading.emotion.value };
  }

  async function samples(): Promise<Sample[]> {
    const labelled = (await (await fetch(browser.runtime.getURL('/samples/affect.json' as '/'))).json()) as Sample[];
    const { packs } = await library.index();
    const examples: Sample[] = [];
    for (const locale of packs) {
      const lang = languageOf(locale);
      const pack = await library.pack(locale);
      for (const { customer } of (pack?.phrases ?? []).flatMap((phrase) => phrase.examples ?? []))
        if (lang) examples.push({ lang, text: customer });
    }
    // From all packs alike.
    const step = Math.max(1, Math.ceil(examples.length / examplesShown));
    return [...labelled, ...examples.filter((_, i) => i % step === 0)];
  }

  return Object.assign(read, { samples });
}
