import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
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

/**
 * Transformers.js carries two addresses on the net, for models and for its runtime. Ours come with the extension; so that
 * neither a mistake nor an update can reach for others, the addresses are taken out.
 */
function withoutAddresses(): Plugin {
  return {
    name: 'attune:without-addresses',
    transform: {
      filter: { id: /[\\/](?:transformers)\.web\.js$/ },
      handler(code) {
        let changed = code;
        for (const address of ['https://cdn.jsdelivr.net/npm/', '"https://huggingface.co/"']) {
          if (!changed.includes(address)) throw new Error(`Transformers.js changed: it has no ${address} any more.`);
          changed = changed.replaceAll(address, address.startsWith('"') ? '"/none/"' : '/none/');
        }
        return { code: changed, map: null };
      },
    },
  };
}

/**
 * The manifest's policy must let the one worker that fetches a model (entrypoints/model-download.ts) reach the host that a
 * lead names. Every page of ours is held to the extension's own files by a policy of its own, which can only be stricter.
 */
function pagesReachNothing(): Plugin {
  return {
    name: 'attune:pages-reach-nothing',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: "connect-src 'self'" },
        injectTo: 'head-prepend',
      },
    ],
  };
}

export default defineConfig({
  ...(loopback ? { outDirTemplate: '{{browser}}-mv{{manifestVersion}}-loopback' } : {}),
  modules: ['@wxt-dev/module-react', '@wxt-dev/i18n/module'],
  // Visible imports: a reader of a file sees where every name comes from.
  imports: false,
  vite: () => ({
    // Transformers.js asks for the build for graphics cards, three times as big; the model runs on the processor.
    resolve: { alias: { 'onnxruntime-web/webgpu': resolve('node_modules/onnxruntime-web/dist/ort.wasm.min.mjs') } },
    plugins: [withoutAddresses(), pagesReachNothing()],
    // The library looks for its own place; in a script that is no module there is none, and it does not need one.
    build: { rolldownOptions: { checks: { emptyImportMeta: false } } },
  }),
  manifestVersion: 3,
  // Not `locales/`: the module would publish every file there as messages of the interface.
  i18n: { localesDir: resolve(locales, 'ui') },
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    // Chrome's service worker cannot hold the model; its offscreen document can (lib/affect-host.ts).
    permissions: ['storage', 'scripting', 'activeTab', ...(browser === 'firefox' ? [] : ['offscreen'])],
    // No host at install. The agent turns a site on in the popup and is asked for that site, there and then.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    ...(loopback ? { host_permissions: ['http://127.0.0.1/*', 'http://localhost/*'] } : {}),
    // WebAssembly is what the model runs on; everything that runs is in the package. Fetched is, beside that, only a model
    // that a lead names, by a worker of its own (see pagesReachNothing and lib/own-files-only.ts).
    content_security_policy: {
      extension_pages: `script-src 'self' 'wasm-unsafe-eval'; object-src 'self'; connect-src 'self' https:${
        loopback ? ' http://127.0.0.1:* http://localhost:*' : ''
      }`,
    },
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
      for (const file of ['ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm'])
        files.push({ absoluteSrc: resolve('node_modules/onnxruntime-web/dist', file), relativeDest: `onnx/${file}` });
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
