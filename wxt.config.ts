import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'wxt';

const locales = resolve('locales');
const filesIn = (folder: string, ending: string) =>
  readdirSync(resolve(locales, folder))
    .filter((file) => file.endsWith(ending))
    .sort();

/**
 * The demo desk and the tests run on this machine's own pages, without the browser's prompt: `ATTUNE_LOOPBACK=1` builds
 * the same extension with that one permission, into a folder of its own.
 */
const loopback = process.env.ATTUNE_LOOPBACK === '1';

export default defineConfig({
  ...(loopback ? { outDirTemplate: '{{browser}}-mv{{manifestVersion}}-loopback' } : {}),
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module'],
  // Visible imports: a reader of a file sees where every name comes from.
  imports: false,
  manifestVersion: 3,
  // Not `locales/`: the module would publish every file there as messages of the interface.
  i18n: { localesDir: resolve(locales, 'ui') },
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'activeTab'],
    // No host at install. The agent turns a site on in the popup and is asked for that site, there and then.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    ...(loopback ? { host_permissions: ['http://127.0.0.1/*', 'http://localhost/*'] } : {}),
    content_security_policy: { extension_pages: "script-src 'self'; object-src 'self'; connect-src 'self'" },
    commands: {
      'open-panel': { suggested_key: { default: 'Alt+Shift+A' }, description: '__MSG_command_open__' },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'attune@attune.invalid',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '122' }),
  }),
  hooks: {
    'build:publicAssets': (_, files) => {
      const packs = filesIn('packs', '.json');
      const words = filesIn('words', '.tsv');
      const copy = (path: string) =>
        files.push({ absoluteSrc: resolve(locales, path), relativeDest: `locales/${path}` });
      copy('catalogue.json');
      for (const file of packs) copy(`packs/${file}`);
      for (const file of words) copy(`words/${file}`);
      files.push({
        relativeDest: 'locales/index.json',
        contents: JSON.stringify({
          packs: packs.map((f) => f.replace('.json', '')),
          words: words.map((f) => f.replace('.tsv', '')),
        }),
      });
    },
  },
  zip: {
    includeSources: [
      'entrypoints',
      'components',
      'lib',
      'locales',
      'public',
      'scripts',
      '*.json',
      '*.ts',
      '.npmrc',
      '.node-version',
      '*.md',
      'LICENSE',
      'NOTICE',
    ],
  },
});
