/** A model that is loaded once, stays, and comes back by itself after it failed. */
import type { AffectInput } from './model.ts';
import type { Affect } from './read.ts';

/** The answer of whoever keeps the model, as it travels between parts of the extension. */
export type AffectReply<Reading = Affect> =
  | {
      readings: Reading[];
      /** The model that a lead chose could not say its part: the shipped one read alone. */
      shippedAlone?: true;
    }
  /** Not now: ask again after so many milliseconds. */
  | { retryIn: number };

/** A failure that passes by itself is over in seconds; one that does not should not cost more than a look now and then. */
const pauses = [5_000, 20_000, 60_000, 300_000] as const;

/** How long to leave a model alone that failed so many times in a row (at least once), in milliseconds. */
export const pauseAfter = (failures: number): number =>
  pauses[Math.min(failures, pauses.length) - 1] ?? (pauses[0] as number);

/** A model with what it holds on to; closing gives that back. */
export interface OpenModel<Message = AffectInput, Reading = Affect> {
  read(messages: readonly Message[]): Promise<Reading[]>;
  close(): void;
}

export interface KeptModel<Message = AffectInput, Reading = Affect> {
  read(messages: readonly Message[]): Promise<AffectReply<Reading>>;
  /** Gives back what the model holds. The next call loads it anew. */
  close(): void;
}

interface KeptModelOptions<Message, Reading> {
  load(): Promise<OpenModel<Message, Reading>>;
  /** Told why it failed; never given a message's text. */
  onFailure(error: unknown): void;
  now?: () => number;
}

/**
 * Never rejects. The first call loads; calls that come meanwhile wait for the same load. A model that fails to load or
 * to read is dropped, and loaded anew by the first call after its pause.
 */
export function createKeptModel<Message = AffectInput, Reading = Affect>({
  load,
  onFailure,
  now = Date.now,
}: KeptModelOptions<Message, Reading>): KeptModel<Message, Reading> {
  let model: Promise<OpenModel<Message, Reading>> | undefined;
  let failures = 0;
  let restUntil = 0;

  async function read(messages: readonly Message[]): Promise<AffectReply<Reading>> {
    const wait = restUntil - now();
    if (wait > 0) return { retryIn: wait };
    model ??= load();
    const asked = model;
    try {
      const readings = await (await asked).read(messages);
      failures = 0;
      return { readings };
    } catch (error) {
      // Several messages may fail with one model: that is one failure.
      if (model === asked) {
        model = undefined;
        failures++;
        restUntil = now() + pauseAfter(failures);
        asked.then((failed) => failed.close()).catch(() => undefined);
        onFailure(error);
      }
      return { retryIn: Math.max(1, restUntil - now()) };
    }
  }

  return {
    read,
    close() {
      model?.then((open) => open.close()).catch(() => undefined);
      model = undefined;
    },
  };
}
