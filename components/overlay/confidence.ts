import type { Judged } from '../../lib/reading.ts';

/** From these on we say “sure” and “likely”; below, “unsure”. */
export const confidenceSteps = { sure: 0.85, likely: 0.6 } as const;

/** The word for how a judgement came about: its source where that says more than a number, else how sure we are. */
export function confidenceKey({ confidence, source }: Judged<unknown>) {
  if (source === 'agent') return 'agent';
  if (source === 'default') return 'habit';
  if (source === 'page') return 'page';
  if (confidence >= confidenceSteps.sure) return 'sure';
  return confidence >= confidenceSteps.likely ? 'likely' : 'unsure';
}
