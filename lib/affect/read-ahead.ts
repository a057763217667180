/** Lets the model, which answers later and from elsewhere, stand where the rules' reader stands. */
import { extractFeatures } from './features.ts';
import type { Matcher } from './matcher.ts';
import type { AffectModel } from './model.ts';
import { type AffectReader, readAffect } from './read.ts';

/**
 * Has the texts read by the model, the latest first, and gives the reader that knows the answers. All of them or none:
 * a trend between two readers would be one of readers, not of the customer. Rejects where the model cannot read.
 */
export async function readAhead(
  texts: readonly string[],
  match: Matcher,
  language: string,
  model: AffectModel,
): Promise<AffectReader> {
  const readings = await model.read(
    texts.map((text, i) => ({ text, features: extractFeatures(text, match), language, evidence: i === 0 })),
  );
  const byText = new Map(texts.map((text, i) => [text, readings[i]]));
  return (text, matcher) => byText.get(text) ?? readAffect(text, matcher);
}
