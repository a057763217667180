/** The desks that Attune knows. A new one is a file in `desks/` and a line here. */
import { demo } from './desks/demo.ts';
import { requestTracker } from './desks/request-tracker.ts';
import { roundcube } from './desks/roundcube.ts';
import type { DeskDescription } from './schema.ts';

export const desks: readonly DeskDescription[] = [demo, requestTracker, roundcube];
