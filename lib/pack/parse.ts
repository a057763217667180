/**
 * Text → pack, or problems that a lead can act on: each names the place, the rule and the remedy. The one parser for
 * files, imports, storage and the editor.
 */
import { z } from 'zod';
import { jsonErrorAt } from './json-place.ts';
import { type Catalogue, catalogueSchema, type Pack, packFormat, packLimits, packSchema } from './schema.ts';

// Without this zod tries to compile with `new Function`, which an extension page's CSP reports as a violation.
z.config({ jitless: true });

export interface Problem {
  /** Where, as a lead would say it: “phrase greet.first › text › formal”, “line 3, column 7”. */
  place: string;
  problem: string;
  remedy: string;
}

export type ParsedPack = { pack: Pack; problems: [] } | { pack?: undefined; problems: Problem[] };

/** Reads a pack from its text. Never throws; a pack with problems is not returned in part. */
export function parsePack(text: string): ParsedPack {
  if (text.length > packLimits.bytes) {
    return fail(
      'the file',
      `it has ${text.length.toLocaleString('en')} characters; a pack has at most ${packLimits.bytes.toLocaleString('en')}`,
      'check that it is a pack; split a very large one by region',
    );
  }
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\uFEFF/u, ''));
  } catch {
    return fail(
      jsonPlace(text.replace(/^\uFEFF/u, '')),
      'the file is not JSON from here on',
      'look for a missing comma, quote or bracket just before this place',
    );
  }
  return checkPack(data);
}

/** The same for data that is no longer text. */
export function checkPack(data: unknown): ParsedPack {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    return fail('the file', 'it is no pack: a pack is one object', 'start with {"format": 1, "locale": "…"}');
  const format = (data as { format?: unknown }).format;
  if (typeof format === 'number' && format > packFormat) {
    return fail(
      'format',
      `the pack has format ${format}; this version of Attune reads format ${packFormat}`,
      'update Attune, or ask for the pack in the older format',
    );
  }
  const result = packSchema.safeParse(data);
  if (!result.success) return { problems: result.error.issues.flatMap((issue) => describe(issue, data)) };
  const problems = repeatedIds(result.data);
  return problems.length > 0 ? { problems } : { pack: result.data, problems: [] };
}

/** The shipped catalogue; throws, because a broken one is our own mistake. */
export function parseCatalogue(data: unknown): Catalogue {
  return catalogueSchema.parse(data);
}

const fail = (place: string, problem: string, remedy: string): ParsedPack => ({
  problems: [{ place, problem, remedy }],
});

function jsonPlace(text: string): string {
  const before = text.slice(0, jsonErrorAt(text)).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}

function describe(issue: z.core.$ZodIssue, data: unknown): Problem[] {
  const place = placeOf(issue.path, data);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        place,
        problem: `“${key}” is not part of the pack format`,
        remedy: 'remove it, or check its spelling',
      }));
    case 'invalid_type':
      return [
        {
          place,
          problem: issue.input === undefined && !/received/u.test(issue.message) ? 'it is missing' : issue.message,
          remedy: `give it as ${article(issue.expected)}`,
        },
      ];
    case 'invalid_value':
      return [
        {
          place,
          problem: 'it has a value that is not allowed',
          remedy: `use one of: ${issue.values.map(String).join(', ')}`,
        },
      ];
    case 'too_big':
      return [
        {
          place,
          problem: `it is too ${issue.origin === 'number' ? 'large' : 'long'} (at most ${issue.maximum})`,
          remedy: issue.origin === 'number' ? 'write a smaller number' : 'shorten it',
        },
      ];
    case 'too_small':
      if (issue.origin === 'number')
        return [{ place, problem: `it is too small (at least ${issue.minimum})`, remedy: 'write a larger number' }];
      return [{ place, problem: 'it is empty', remedy: 'fill it in or leave the field out' }];
    default:
      return [{ place, problem: issue.message, remedy: 'see the pack format in docs/packs.md' }];
  }
}

const article = (type: string): string => (/^[aeiou]/u.test(type) ? `an ${type}` : `a ${type}`);

/** `["phrases", 3, "text", "formal"]` → “phrase greet.first › text › formal”. */
export function placeOf(path: readonly PropertyKey[], data: unknown): string {
  const names: string[] = [];
  let value: unknown = data;
  for (const key of path) {
    value = typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined;
    if (typeof key === 'number') {
      const id = (value as { id?: unknown } | undefined)?.id;
      const list = names.pop() ?? 'item';
      names.push(typeof id === 'string' ? `${singular(list)} ${id}` : `${singular(list)} ${key + 1}`);
    } else names.push(String(key));
  }
  return names.join(' › ') || 'the file';
}

const singular = (list: string): string =>
  ({ phrases: 'phrase', examples: 'example', avoid: 'avoid-list item', absent: 'absent phrase', forms: 'form' })[
    list
  ] ?? list;

function repeatedIds(pack: Pack): Problem[] {
  const problems: Problem[] = [];
  for (const list of ['phrases', 'avoid', 'absent'] as const) {
    const seen = new Set<string>();
    for (const { id } of pack[list] ?? []) {
      if (seen.has(id))
        problems.push({
          place: `${singular(list)} ${id}`,
          problem: `the id “${id}” occurs more than once`,
          remedy: 'keep one of them, or give the other its own id',
        });
      seen.add(id);
    }
  }
  return problems;
}
