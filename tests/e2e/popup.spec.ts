/** The toolbar button's window, and what the extension asks for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { storeExtension } from '../../scripts/lib/build.ts';
import { expect, test } from '../support/fixtures.ts';

declare const chrome: typeof import('wxt/browser').browser;

test('the switch that the popup sets: the panel goes at once, and comes back at once', async ({
  launched,
  page,
  panel,
  openTicket,
}) => {
  await openTicket('PC-1001');
  const background = await launched.background();
  const { origin } = new URL(page.url());
  await background.evaluate((site) => chrome.storage.local.set({ 'sites-off': [site] }), origin);
  await expect(panel.region).toHaveCount(0);
  await background.evaluate(() => chrome.storage.local.set({ 'sites-off': [] }));
  await panel.ready();
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the popup (${scheme})`, async ({ launched, page }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(`chrome-extension://${launched.extensionId}/popup.html`);
    await page.getByRole('main').waitFor();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((v) => `${v.id} ${v.nodes[0]?.html}`)).toEqual([]);
  });
}

test.describe('what the stores get', () => {
  const manifest = () => JSON.parse(readFileSync(join(storeExtension, 'manifest.json'), 'utf8'));

  test('asks for no site at install', () => {
    expect(manifest().host_permissions ?? []).toEqual([]);
    expect(manifest().content_scripts ?? []).toEqual([]);
    expect(manifest().web_accessible_resources ?? []).toEqual([]);
    expect(manifest().permissions.toSorted()).toEqual(['activeTab', 'offscreen', 'scripting', 'storage']);
  });

  test('can reach nothing but its own files', () => {
    // The store build reaches other hosts under https alone, and only a worker does: every page is held to its own files.
    expect(manifest().content_security_policy.extension_pages).toMatch(/connect-src 'self' https:$/u);
    for (const page of readdirSync(storeExtension).filter((file) => file.endsWith('.html')))
      expect(readFileSync(join(storeExtension, page), 'utf8'), page).toContain(
        '<meta http-equiv="Content-Security-Policy" content="connect-src &#39;self&#39;">',
      );
    expect(manifest().content_security_policy.extension_pages).toContain("script-src 'self' 'wasm-unsafe-eval';");
    const code = (folder: string): string[] =>
      readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory()
          ? code(join(folder, entry.name))
          : /\.js$/u.test(entry.name)
            ? [join(folder, entry.name)]
            : [],
      );
    // Addresses in the code are names of XML vocabularies and JSON schema drafts, and pages that error messages point to.
    const known =
      /^https?:\/\/(?:www\.w3\.org|react\.dev|json-schema\.org|github\.com|docs\.[a-z.]+|bugzilla\.mozilla\.org|wxt\.dev|web\.dev|gist\.github\.com|developer\.mozilla\.org|huggingface\.co\/docs\/)/u;
    for (const file of code(storeExtension)) {
      const text = readFileSync(file, 'utf8');
      // The one host that is asked for models, where a lead names them.
      const hub = /\/options-[^/]*\.js$/u.test(file) ? ['https://huggingface.co', 'https://host/path'] : [];
      const addresses = [...text.matchAll(/https?:\/\/[a-z0-9.-]+\.[a-z]{2,}[\w./-]*/gu)].map(([address]) => address);
      expect(
        addresses.filter((address) => !known.test(address) && !hub.includes(address)),
        file,
      ).toEqual([]);
      expect(text, file).not.toMatch(/\b(?:XMLHttpRequest|WebSocket|sendBeacon|EventSource|importScripts)\b/u);
    }
  });

  test('the script in the page makes no request at all', () => {
    const script = readFileSync(join(storeExtension, 'content-scripts/overlay.js'), 'utf8');
    expect(script).not.toMatch(/\bfetch\(/u);
  });
});
