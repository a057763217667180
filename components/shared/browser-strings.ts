/** The interface's words from the browser, in the agent's language. */
import { browser } from '#imports';
import type { StringKey, Translate } from './strings.tsx';

const known = new Map<string, string>();

/**
 * Message names have no dots: `panel.name` is `panel_name` there. An unknown key is an empty string. Words are kept,
 * because a script whose extension was updated under it can no longer ask for them.
 */
export const browserStrings: Translate = (key, ...substitutions) => {
  const id = [key, ...substitutions].join('\n');
  const kept = known.get(id);
  if (kept !== undefined) return kept;
  try {
    const text = browser.i18n.getMessage(
      key.replaceAll('.', '_') as Parameters<typeof browser.i18n.getMessage>[0],
      substitutions,
    );
    known.set(id, text);
    return text;
  } catch {
    return '';
  }
};

/** Words that are needed when it is too late to ask. */
const needed: readonly StringKey[] = [
  'problem.reload',
  'problem.noAnswer',
  'problem.unexpected',
  'panel.retry',
  'message.copied',
  'message.copiedInstead',
  'message.failed',
];

export function keepNeededStrings(): void {
  for (const key of needed) browserStrings(key);
}
