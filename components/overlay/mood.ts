import type { Emotion } from '../../lib/reading.ts';

export type Mood = 'hot' | 'warm' | 'low' | 'good' | 'calm';

const moods: Record<Emotion, Mood> = {
  anger: 'hot',
  frustration: 'hot',
  disappointment: 'warm',
  worry: 'warm',
  confusion: 'warm',
  sadness: 'low',
  gratitude: 'good',
  joy: 'good',
  neutral: 'calm',
};

/** Five colours for nine feelings: more could not be told apart at the size of a dot. The word always stands beside. */
export function moodOf(emotion: Emotion): Mood {
  return moods[emotion];
}
