import { createRoot } from 'react-dom/client';
import '../../components/options/style.css';
import { browser, storage } from '#imports';
import { createModels } from '../../components/options/models.ts';
import { OptionsPage } from '../../components/options/options-page.tsx';
import { changesOf, createOptions, type Persist } from '../../components/options/store.ts';
import { browserStrings } from '../../components/shared/browser-strings.ts';
import type { AffectModel } from '../../lib/affect/model.ts';
import { createLibrary } from '../../lib/library.ts';
import { choosePack } from '../../lib/locale.ts';
import { sendMessage } from '../../lib/messaging.ts';
import { correctionsItem, editsBeforeItem, editsItem, settingsItem, teamPacksItem } from '../../lib/storage.ts';
import { modelTools } from './model-tools.ts';

document.documentElement.lang = browserStrings('ui.lang');
document.documentElement.dir = browserStrings('ui.dir');
document.title = browserStrings('options.title');

const persist: Persist = {
  settings: settingsItem,
  teamPacks: teamPacksItem,
  corrections: correctionsItem,
  edits: editsItem,
  editsBefore: editsBeforeItem,
  // One call, which the browser carries out whole or not at all: an undo must never lead two steps back.
  saveEdits: (edits, before) =>
    storage.setItems([
      { item: editsItem, value: edits },
      { item: editsBeforeItem, value: before },
    ]),
};

/** A lead tries wording on readings as agents get them. */
const model: AffectModel = {
  async read(messages) {
    const reply = await sendMessage('tryModel', { messages: [...messages], by: 'used' });
    if ('readings' in reply) return reply.readings;
    throw new Error('The model cannot read now.');
  },
};

async function start(): Promise<void> {
  const asset = (path: string) => fetch(browser.runtime.getURL(`/${path}` as '/'));
  const library = createLibrary(
    async (path) => (await asset(path)).text(),
    async (path) => new Uint8Array(await (await asset(path)).arrayBuffer()),
  );
  const uiLocale = navigator.language;
  const { packs } = await library.index();
  const options = await createOptions(persist, library, choosePack(uiLocale, packs) ?? 'en');
  const models = await createModels(await modelTools(library));
  addEventListener('beforeunload', (event) => {
    if (changesOf(options.store.getState()).length > 0) event.preventDefault();
  });
  createRoot(document.getElementById('root') as HTMLElement).render(
    <OptionsPage page={{ ...options, library, uiLocale, model, models }} t={browserStrings} />,
  );
}

start();
