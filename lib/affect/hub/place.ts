/** Where a named model lies: the hub itself, or a mirror that speaks its paths. Nothing here makes a request. */

export const hubBase = 'https://huggingface.co';

export interface HubPlace {
  /** `owner/name`. */
  model: string;
  /** Without a slash at the end. */
  base: string;
}

export type PlaceProblem = 'badModel' | 'badBase';

/** A name as the hub allows it: letters, digits, `-`, `_` and `.`, no two dots or dashes in a row. */
const namePart = /^(?!.*(?:\.\.|--))[A-Za-z0-9](?:[A-Za-z0-9._-]{0,94}[A-Za-z0-9_])?$/u;

/**
 * What the lead typed, checked. The name may be pasted as the address of the model's page. An empty base is the hub.
 * `loopback`: whether http to this machine is allowed (the loopback build).
 */
export function parsePlace(typedModel: string, typedBase: string, loopback: boolean): HubPlace | PlaceProblem {
  const base = parseBase(typedBase.trim() || hubBase, loopback);
  if (!base) return 'badBase';
  const model = typedModel
    .trim()
    .replace(/^https:\/\/huggingface\.co\//u, '')
    .replace(/\/+$/u, '');
  const parts = model.split('/');
  return parts.length === 2 && parts.every((part) => namePart.test(part)) ? { model, base } : 'badModel';
}

function parseBase(typed: string, loopback: boolean): string | undefined {
  const url = URL.parse(typed);
  if (!url || url.username || url.password || url.search || url.hash) return undefined;
  const here = url.hostname === '127.0.0.1' || url.hostname === 'localhost';
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && here && loopback)) return undefined;
  return `${url.origin}${url.pathname.replace(/\/+$/u, '')}`;
}

/** The permissions a download needs. The hub sends big files from hosts of its own. */
export function originsFor({ base }: HubPlace): string[] {
  if (base === hubBase) return ['https://*.huggingface.co/*', 'https://*.hf.co/*'];
  const { protocol, hostname } = new URL(base);
  return [`${protocol}//${hostname}/*`];
}

export const fileAddress = (place: HubPlace, revision: string, file: string): string =>
  `${place.base}/${place.model}/resolve/${encodeURIComponent(revision)}/${file}`;

/** Where the hub shows, for a big file, a small text with its size and SHA-256 instead of the file. */
export const pointerAddress = (place: HubPlace, revision: string, file: string): string =>
  `${place.base}/${place.model}/raw/${encodeURIComponent(revision)}/${file}`;

/** The name under which a model's files are kept: the same for the same place, safe as a folder's name. */
export async function keyOf({ base, model }: HubPlace): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${base} ${model}`));
  return Array.from(new Uint8Array(bytes).slice(0, 10), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
