/** What the labels of a foreign model mean in our words: a guess by name, which a lead confirms or changes. */
import { type Emotion, emotions } from '../../reading.ts';

/** `neutral` is the sentiment and the absence of a feeling. */
export const targets = [
  'ignore',
  'negative',
  'neutral',
  'positive',
  ...emotions.filter((emotion): emotion is Exclude<Emotion, 'neutral'> => emotion !== 'neutral'),
] as const;
export type Target = (typeof targets)[number];

const names: Record<Exclude<Target, 'ignore'>, readonly string[]> = {
  negative: ['negative', 'neg', 'very negative', 'bad', 'disgust', 'disapproval', '1 star', '2 stars'],
  neutral: ['neutral', 'neu', 'none', 'no emotion', 'others', 'mixed', '3 stars'],
  positive: ['positive', 'pos', 'very positive', 'good', '4 stars', '5 stars'],
  anger: ['anger', 'angry', 'rage'],
  frustration: ['frustration', 'frustrated', 'annoyance', 'annoyed'],
  disappointment: ['disappointment', 'disappointed'],
  worry: ['worry', 'worried', 'fear', 'anxiety', 'nervousness', 'scared'],
  confusion: ['confusion', 'confused'],
  sadness: ['sadness', 'sad', 'grief', 'remorse'],
  gratitude: ['gratitude', 'grateful', 'thankful', 'thanks'],
  joy: [
    'joy',
    'happy',
    'happiness',
    'love',
    'admiration',
    'excitement',
    'amusement',
    'relief',
    'optimism',
    'pride',
    'approval',
  ],
};
const byName = new Map(
  Object.entries(names).flatMap(([target, list]) => list.map((name) => [name, target as Target] as const)),
);

/** Scales without names, from bad to good, as most of them are. */
const scales: Record<number, readonly Target[]> = {
  2: ['negative', 'positive'],
  3: ['negative', 'neutral', 'positive'],
  5: ['negative', 'negative', 'neutral', 'positive', 'positive'],
};

/** One target a label. A name that says nothing is ignored, so that a wrong guess never reads a customer. */
export function guessTargets(labels: readonly string[]): Target[] {
  const plain = labels.map((label) => label.trim().toLowerCase().replaceAll(/[_-]+/gu, ' '));
  const nameless = plain.every((label, i) => label === `label ${i}` || label === String(i));
  const scale = nameless ? scales[labels.length] : undefined;
  return plain.map((label, i) => byName.get(label) ?? scale?.[i] ?? 'ignore');
}

/** Whether a mapping says anything at all: at least two labels that mean different things. */
export const saysSomething = (chosen: readonly Target[]): boolean =>
  new Set(chosen.filter((target) => target !== 'ignore')).size >= 2;
