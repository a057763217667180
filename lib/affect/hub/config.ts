/** What a model's `config.json` says that we need: its task and its labels, in the order of its outputs. */
import { HubError } from './problem.ts';

export interface HubConfig {
  labels: string[];
  /** Each label has a chance of its own, instead of all labels sharing one. */
  multiLabel: boolean;
}

const mostLabels = 64;
const longestLabel = 80;

/** Throws a `HubError` where the model does not sort texts into named labels. */
export function parseConfig(text: string, place: string): HubConfig {
  const data = parseJson(text, place);
  const architectures = Array.isArray(data.architectures) ? data.architectures.map(String) : [];
  if (!architectures.some((name) => name.endsWith('ForSequenceClassification')))
    throw new HubError('wrongTask', place, architectures.join(', '));
  const named = data.id2label;
  if (typeof named !== 'object' || named === null) throw new HubError('noLabels', place);
  const count = Object.keys(named).length;
  const labels = Array.from({ length: count }, (_, i) => (named as Record<string, unknown>)[String(i)]);
  const usable = (label: unknown): label is string =>
    typeof label === 'string' && label.trim() !== '' && label.length <= longestLabel;
  if (count < 2 || count > mostLabels || !labels.every(usable)) throw new HubError('noLabels', place, String(count));
  return { labels, multiLabel: data.problem_type === 'multi_label_classification' };
}

export function parseJson(text: string, place: string): Record<string, unknown> {
  try {
    const data: unknown = JSON.parse(text);
    if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data as Record<string, unknown>;
  } catch {
    // As for JSON of another kind.
  }
  throw new HubError('notJson', place);
}
