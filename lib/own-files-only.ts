/**
 * Imported first by whatever handles customers' words and has no document of its own, whose policy would hold it: there
 * `fetch` reaches the extension's own files and nothing else. (Documents have a policy in their head, see wxt.config.ts.)
 */
const own = globalThis.location ? new URL('/', globalThis.location.href).href : '';
const fetchAny = globalThis.fetch;

// Not under http, where the development server and tests run.
if (/^(?:chrome|moz)-extension:/u.test(own))
  globalThis.fetch = (input, init) => {
    const address = input instanceof Request ? input.url : new URL(input, own).href;
    return address.startsWith(own)
      ? fetchAny(input, init)
      : Promise.reject(new TypeError(`Nothing but the extension's own files is fetched here, not ${address}`));
  };

export {};
