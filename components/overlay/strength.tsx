import type { EmotionReading, Intensity, Reading } from '../../lib/reading.ts';
import { Icon } from '../shared/icons.tsx';
import { type StringKey, useStrings } from '../shared/strings.tsx';
import { moodOf } from './mood.ts';

/** The words for intensity 0 to 3. */
export const intensityKeys = [
  'intensity.none',
  'intensity.slight',
  'intensity.clear',
  'intensity.strong',
] as const satisfies readonly StringKey[];

/** How strong the feeling is, as three dots and as a word, and where it is going. */
export function Strength({ emotion, trend }: { emotion: EmotionReading; trend: Reading['trend'] }) {
  const t = useStrings();
  const strength: Intensity = emotion.value === 'neutral' ? 0 : emotion.intensity;
  if (strength === 0 && trend === 'steady') return null;
  return (
    <span className="strength" data-mood={moodOf(emotion.value)}>
      {strength > 0 && (
        <>
          <span className="dots" aria-hidden="true">
            {[1, 2, 3].map((step) => (
              <span key={step} className={step <= strength ? 'dot full' : 'dot'} />
            ))}
          </span>{' '}
          {t(intensityKeys[strength])}{' '}
        </>
      )}
      {trend !== 'steady' && (
        <span className="trend">
          <Icon name={trend} />
          {t(`reading.${trend}`)}
        </span>
      )}
    </span>
  );
}
