/** At most one tip a thread, for an agent who writes in another language than their own. */
import { languageOf } from '../locale.ts';
import type { ResolvedPack } from '../pack/resolve.ts';
import type { Situation } from '../reading.ts';
import type { Cause } from './types.ts';
import { fitOf } from './when.ts';

export interface Tip {
  /** Of the pack and the tip, for “not again”. */
  id: string;
  text: string;
  /** BCP 47, of the text. */
  locale: string;
  /** What in the thread raised it. */
  because: Cause[];
  source?: string;
}

export interface TipContext {
  agentLocale: string;
  /** Ids of tips that the agent does not want to see again. */
  dismissed: readonly string[];
}

/** The tip that fits best; none in the agent's own language, and none that nothing in the thread raised. */
export function chooseTip(situation: Situation, pack: ResolvedPack, context: TipContext): Tip | undefined {
  const own = languageOf(context.agentLocale) ?? 'en';
  const language = languageOf(pack.locale);
  if (language === own) return undefined;
  const fitting = pack.tips
    .map((tip) => ({
      tip,
      id: `${language}/${tip.id}`,
      fit: fitOf(tip.id, tip.when, situation, { agentLanguage: 'other' }),
    }))
    .filter(({ id, fit }) => fit && fit.because.length > 0 && !context.dismissed.includes(id))
    .sort((a, b) => (b.fit?.score ?? 0) - (a.fit?.score ?? 0));
  const [best] = fitting;
  if (!best?.fit) return undefined;
  const locale = best.tip.text[own] === undefined ? 'en' : own;
  return {
    id: best.id,
    text: best.tip.text[locale] ?? '',
    locale,
    because: best.fit.because,
    ...(best.tip.source ? { source: best.tip.source } : {}),
  };
}
