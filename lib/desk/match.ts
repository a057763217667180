import { globMatches } from './glob.ts';
import type { DeskDescription } from './schema.ts';

/** The first desk whose pages these are, or undefined. Asks the address first and the page only then. */
export function findDesk(desks: readonly DeskDescription[], document: Document, url: URL): DeskDescription | undefined {
  return desks.find((desk) => matchesDesk(desk, document, url));
}

export function matchesDesk(desk: DeskDescription, document: Document, url: URL): boolean {
  const { paths, hashes, parameters } = desk.match;
  if (paths && !paths.some((glob) => globMatches(glob, url.pathname))) return false;
  if (hashes && !hashes.some((glob) => globMatches(glob, url.hash))) return false;
  for (const { name, is } of parameters ?? []) {
    const value = url.searchParams.get(name);
    if (value === null || !is.some((glob) => globMatches(glob, value))) return false;
  }
  return matchesSite(desk, document, url);
}

/** Whether this is the desk at all, if perhaps a page of it without a ticket. */
export function matchesSite(desk: DeskDescription, document: Document, url: URL): boolean {
  const { hosts, fingerprint } = desk.match;
  if (!hosts.some((glob) => globMatches(glob, url.hostname))) return false;
  try {
    return (fingerprint ?? []).every((selector) => document.querySelector(selector) !== null);
  } catch {
    // A selector that is none must not take the other desks with it.
    return false;
  }
}
