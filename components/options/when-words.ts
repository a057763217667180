/** The conditions of a phrase in the reader's words: chips to read, and the choices of their fields. */

import type { When } from '../../lib/pack/schema.ts';
import { emotions, sentiments, signals, topics } from '../../lib/reading.ts';
import { channels } from '../../lib/thread.ts';
import { nameOf, type StringKey, type Translate } from '../shared/strings.tsx';
import type { Choice } from './fields.tsx';

const intensityNames = ['none', 'slight', 'clear', 'strong'] as const;

export type ListField =
  | 'emotion'
  | 'sentiment'
  | 'signals'
  | 'withoutSignals'
  | 'concepts'
  | 'withoutConcepts'
  | 'topic'
  | 'channel';
export const listFields: readonly ListField[] = [
  'emotion',
  'sentiment',
  'signals',
  'withoutSignals',
  'concepts',
  'withoutConcepts',
  'topic',
  'channel',
];
export type OneField = 'minIntensity' | 'maxIntensity' | 'stage' | 'reference' | 'agentLanguage';
export const oneFields: readonly OneField[] = ['minIntensity', 'maxIntensity', 'stage', 'reference', 'agentLanguage'];

export const whenLabel = (t: Translate, field: ListField | OneField | 'words'): string =>
  t(`options.when.${field}` as StringKey);

export function valueName(t: Translate, field: ListField | OneField, value: string): string {
  switch (field) {
    case 'emotion':
      return nameOf(t, 'emotion', value);
    case 'signals':
    case 'withoutSignals':
      return nameOf(t, 'signal', value);
    case 'concepts':
    case 'withoutConcepts':
      return nameOf(t, 'concept', value);
    case 'topic':
      return nameOf(t, 'topic', value);
    case 'minIntensity':
    case 'maxIntensity':
      return t(`intensity.${intensityNames[Number(value)] ?? 'none'}`);
    default:
      return t(`options.${field}_${value.replaceAll('-', '_')}` as StringKey) || value;
  }
}

export function choicesOf(t: Translate, field: ListField | OneField, concepts: readonly string[]): Choice[] {
  const values: Record<ListField | OneField, readonly string[]> = {
    emotion: emotions,
    sentiment: sentiments,
    signals,
    withoutSignals: signals,
    concepts: concepts.filter((id) => !id.startsWith('r-')),
    withoutConcepts: concepts.filter((id) => !id.startsWith('r-')),
    topic: topics,
    channel: channels,
    minIntensity: ['0', '1', '2', '3'],
    maxIntensity: ['0', '1', '2', '3'],
    stage: ['first', 'follow-up'],
    reference: ['given', 'missing'],
    agentLanguage: ['same', 'other'],
  };
  const choices = values[field].map((value) => ({ value, label: valueName(t, field, value) }));
  const lang = t('ui.lang') || 'en';
  return field === 'concepts' || field === 'withoutConcepts'
    ? choices.sort((a, b) => a.label.localeCompare(b.label, lang))
    : choices;
}

/** One line for each condition: “Feeling: anger, frustration”. */
export function whenLines(t: Translate, when: When): string[] {
  const lines = [...listFields, ...oneFields].flatMap((field) => {
    const value = when[field];
    if (value === undefined) return [];
    const names = (Array.isArray(value) ? value : [value]).map((one) => valueName(t, field, String(one)));
    return [`${whenLabel(t, field)}: ${names.join(', ')}`];
  });
  return when.words ? [...lines, `${whenLabel(t, 'words')}: ${when.words.join(' | ')}`] : lines;
}
