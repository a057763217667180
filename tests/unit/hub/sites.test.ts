/** A host that a model was fetched from is no site that the agent turned on. */
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noHubModels } from '../../../lib/affect/hub/choice.ts';
import { isSiteOn, registerSites, startOnSites, turnSiteOn } from '../../../lib/sites.ts';
import { hubModelsItem } from '../../../lib/storage.ts';

const registered = vi.fn(async (_: { matches: string[] }[]) => undefined);
const started = vi.fn(async (_: { target: { tabId: number } }) => []);
let origins: string[] = [];

beforeEach(async () => {
  fakeBrowser.reset();
  registered.mockClear();
  started.mockClear();
  Object.assign(fakeBrowser, {
    permissions: {
      getAll: async () => ({ origins }),
      contains: async () => true,
      request: async () => true,
    },
    scripting: {
      getRegisteredContentScripts: async () => [],
      registerContentScripts: registered,
      unregisterContentScripts: async () => undefined,
      executeScript: started,
    },
  });
  Object.assign(fakeBrowser.tabs, { query: async () => [{ id: 7 }] });
});
const matches = () => registered.mock.calls.at(-1)?.[0][0]?.matches;

test('Attune does not run on it, its parts included, while it runs on others', async () => {
  origins = ['https://*.huggingface.co/*', 'https://desk.example/*'];
  await hubModelsItem.setValue({ ...noHubModels, origins: ['https://*.huggingface.co/*'] });
  await registerSites();
  expect(matches()).toEqual(['https://desk.example/*']);
  expect(await isSiteOn('https://huggingface.co/x')).toBe(false);
  expect(await isSiteOn('https://cdn.huggingface.co/x')).toBe(false);
  expect(await isSiteOn('https://nothuggingface.co/x')).toBe(true);
  expect(await isSiteOn('https://desk.example/x')).toBe(true);
  registered.mockClear();
  await startOnSites(['https://*.huggingface.co/*']);
  expect(registered).not.toHaveBeenCalled();
  expect(started).not.toHaveBeenCalled();
});

test('turned on by the agent it is a site like any other', async () => {
  origins = ['https://mirror.example/*'];
  await hubModelsItem.setValue({ ...noHubModels, origins: ['https://mirror.example/*'] });
  expect(await isSiteOn('https://mirror.example/')).toBe(false);
  await turnSiteOn('https://mirror.example/');
  expect(matches()).toEqual(['https://mirror.example/*']);
  expect(started).toHaveBeenCalledOnce();
  expect(await isSiteOn('https://mirror.example/')).toBe(true);
});
