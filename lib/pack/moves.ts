/** Moves (speech acts), in the order a good reply has them (culture: listen and acknowledge before explaining). */
export const moves = [
  'greet',
  'bridge',
  'thank',
  'acknowledge',
  'comfort',
  'apologise',
  'regret',
  'ask',
  'explain',
  'refuse',
  'offer',
  'promise',
  'update',
  'hand-over',
  'follow-up',
  'feedback',
  'close',
] as const;
export type Move = (typeof moves)[number];
