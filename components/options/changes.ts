/** What the lead changed since the last save, as units that mean something to them: a phrase, a form, a word. */
import { equal } from '../../lib/pack/edit.ts';
import type { Pack } from '../../lib/pack/schema.ts';
import type { OwnEdits } from '../../lib/team-data.ts';

export interface Change {
  locale: string;
  /** “greet.first”, “address › formal › email › female”, “f-late › gecancelt”. */
  what: string;
}

export function changesBetween(saved: OwnEdits, draft: OwnEdits): Change[] {
  return [...new Set([...Object.keys(saved), ...Object.keys(draft)])].flatMap((locale) => {
    const before = units(saved[locale]);
    const after = units(draft[locale]);
    return [...new Set([...before.keys(), ...after.keys()])]
      .filter((what) => !equal(before.get(what), after.get(what)))
      .map((what) => ({ locale, what }));
  });
}

function units(pack: Pack | undefined): Map<string, unknown> {
  const found = new Map<string, unknown>();
  if (!pack) return found;
  for (const item of [...(pack.phrases ?? []), ...(pack.avoid ?? []), ...(pack.absent ?? [])]) found.set(item.id, item);
  const leaves = (value: unknown, path: string): void => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      for (const [key, inner] of Object.entries(value)) leaves(inner, `${path} › ${key}`);
    else if (value !== undefined) found.set(path, value);
  };
  leaves(pack.address, 'address');
  leaves(pack.profile, 'profile');
  for (const [concept, { add = [], remove = [] }] of Object.entries(pack.words ?? {})) {
    for (const word of add) found.set(`${concept} › ${word}`, 'add');
    for (const word of remove) found.set(`${concept} › ${word}`, 'remove');
  }
  return found;
}
