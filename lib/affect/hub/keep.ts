/** The shipped model with, where a lead chose one, another model that leads it. */
import { ownWords } from '../../text/clean.ts';
import type { AffectReply, KeptModel } from '../kept-model.ts';
import type { AffectInput } from '../model.ts';
import type { HubChoice } from './choice.ts';
import { type Lead, leadOf } from './lead.ts';

/** What is to be read, and by what. */
export interface AffectCall {
  messages: AffectInput[];
  hub?: HubChoice | undefined;
}

/** A text in, the chances of the labels out. */
export type HubReader = KeptModel<string, number[]>;

/**
 * Never rejects. The other model is opened by the first call that names it, closed by the first that does not; where it
 * cannot answer the shipped one reads alone, and the reply says so.
 */
export function withHubModel(shipped: KeptModel, open: (key: string) => HubReader) {
  let current: { key: string; reader: HubReader } | undefined;

  function readerFor(choice: HubChoice | undefined): HubReader | undefined {
    if (current?.key !== choice?.key) {
      current?.reader.close();
      current = choice && { key: choice.key, reader: open(choice.key) };
    }
    return current?.reader;
  }

  /** Undefined where it cannot answer. A message that says nothing to it has no lead. */
  async function leads(
    messages: readonly AffectInput[],
    reader: HubReader,
    choice: HubChoice,
  ): Promise<(Lead | undefined)[] | undefined> {
    const reply = await reader.read(messages.map(({ text }) => ownWords(text)));
    return 'readings' in reply ? reply.readings.map((chances) => leadOf(chances, choice.targets)) : undefined;
  }

  return {
    async read({ messages, hub }: AffectCall): Promise<AffectReply> {
      const reader = readerFor(hub);
      if (!reader || !hub) return shipped.read(messages);
      const found = await leads(messages, reader, hub);
      const reply = await shipped.read(
        messages.map((message, i) => {
          const lead = found?.[i];
          return lead ? { ...message, lead } : message;
        }),
      );
      return 'readings' in reply && !found ? { ...reply, shippedAlone: true } : reply;
    },
  };
}
