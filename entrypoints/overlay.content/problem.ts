/** What a failed call means for the agent. */
import { browser } from '#imports';
import type { ProblemName } from '../../components/shared/strings.tsx';

export function problemOf(error: unknown): ProblemName {
  const message = error instanceof Error ? error.message : String(error);
  // After an update the old script can draw but no longer call: its extension is gone.
  if (!browser.runtime?.id || /context invalidated/iu.test(message)) return 'reload';
  if (/quota/iu.test(message)) return 'storageFull';
  if (/receiving end|message port closed|no response/iu.test(message)) return 'noAnswer';
  return 'unexpected';
}
