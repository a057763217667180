/**
 * On which sites Attune runs: those the browser has granted and the agent has not switched off. Content scripts are
 * registered for exactly these; nothing runs anywhere else.
 */
import { browser } from '#imports';
import { hubModelsItem, sitesOffItem } from './storage.ts';

const script = { id: 'overlay', js: ['/content-scripts/overlay.js'] } as const;

/** `https://desk.example` → the permission pattern for it. Undefined for pages that extensions cannot read. */
export function patternFor(url: string): string | undefined {
  const { protocol, hostname } = URL.parse(url) ?? {};
  // Patterns have no port in Firefox; both browsers then grant every port of the host.
  return (protocol === 'https:' || protocol === 'http:') && hostname ? `${protocol}//${hostname}/*` : undefined;
}

/** Permissions that are for fetching a model only: nobody asked for Attune on these sites. */
const forDownloads = async (): Promise<string[]> => (await hubModelsItem.getValue()).origins;

/** Brings the registered content script in line with what is granted. Safe to call at any time. */
export async function registerSites(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const others = await forDownloads();
  const matches = origins.filter((origin) => /^https?:/u.test(origin) && !others.includes(origin));
  const registered = await browser.scripting.getRegisteredContentScripts({ ids: [script.id] });
  if (matches.length === 0) {
    if (registered.length > 0) await browser.scripting.unregisterContentScripts({ ids: [script.id] });
    return;
  }
  const wanted = {
    id: script.id,
    js: [...script.js],
    matches,
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
  };
  if (registered.length > 0) await browser.scripting.updateContentScripts([wanted]);
  else await browser.scripting.registerContentScripts([wanted]);
}

/** Whether Attune may and shall run on the page. */
export async function isSiteOn(url: string): Promise<boolean> {
  const pattern = patternFor(url);
  if (!pattern || !(await browser.permissions.contains({ origins: [pattern] }))) return false;
  if ((await forDownloads()).some((origin) => covers(origin, url))) return false;
  return !(await sitesOffItem.getValue()).includes(new URL(url).origin);
}

/** Whether a permission (`https://*.example.com/*`, `https://example.com/*`) is for the page. */
function covers(origin: string, url: string): boolean {
  const [scheme, host = ''] = origin.replace(/\/\*$/u, '').split('://');
  const { protocol, hostname } = new URL(url);
  if (protocol !== `${scheme}:`) return false;
  return host.startsWith('*.') ? hostname === host.slice(2) || hostname.endsWith(host.slice(1)) : hostname === host;
}

/**
 * Call in a click: asks for the site. Resolves to whether the agent agreed. What follows from a yes happens in
 * `startOnSites`, because the browser may close the popup while it asks.
 */
export async function turnSiteOn(url: string): Promise<boolean> {
  const pattern = patternFor(url);
  if (!pattern) return false;
  // First of all: browsers ask only while the click counts, and it stops to count at the first await.
  if (!(await browser.permissions.request({ origins: [pattern] }))) return false;
  // Had for a download before: now it is for the site.
  const models = await hubModelsItem.getValue();
  if (models.origins.includes(pattern))
    await hubModelsItem.setValue({ ...models, origins: models.origins.filter((origin) => origin !== pattern) });
  // Granted before and only switched off: nobody hears of it, so start here.
  await startOnSites([pattern]);
  return true;
}

/** Starts on newly granted sites: takes them off the switched-off list, registers them, and runs in their open tabs. */
export async function startOnSites(granted: readonly string[]): Promise<void> {
  const others = await forDownloads();
  const origins = granted.filter((origin) => !others.includes(origin));
  if (origins.length === 0) return;
  const off = await sitesOffItem.getValue();
  const stillOff = off.filter((site) => !origins.includes(patternFor(site) ?? ''));
  if (stillOff.length !== off.length) await sitesOffItem.setValue(stillOff);
  await registerSites();
  for (const tab of await browser.tabs.query({ url: [...origins] })) {
    if (tab.id === undefined) continue;
    // A script that runs there already gives way to the new one. Tabs that are asleep have none and need none.
    await browser.scripting.executeScript({ target: { tabId: tab.id }, files: [...script.js] }).catch(() => undefined);
  }
}

/** Switches off at once, in open tabs too, and gives the permission back where the browser lets us. */
export async function turnSiteOff(url: string): Promise<void> {
  const { origin } = new URL(url);
  const off = await sitesOffItem.getValue();
  if (!off.includes(origin)) await sitesOffItem.setValue([...off, origin]);
  const pattern = patternFor(url);
  // Permissions that are required or come from a policy cannot be given back; the switch above holds all the same.
  if (pattern) await browser.permissions.remove({ origins: [pattern] }).catch(() => false);
}
