import { languageName, nameOf, useStrings } from '../shared/strings.tsx';
import { usePanel } from './context.tsx';
import { moodOf } from './mood.ts';

/** The panel at its smallest: a button with the customer's language and a dot for the feeling. */
export function Pill({ onOpen }: { onOpen: () => void }) {
  const t = useStrings();
  const status = usePanel((state) => state.status.kind);
  const reading = usePanel((state) => (state.status.kind === 'ready' ? state.analysis?.reading : undefined));
  const language = reading && reading.language.value !== 'unknown' ? reading.language.value : undefined;
  const words = [
    ...(language ? [languageName(t, language)] : []),
    ...(reading ? [nameOf(t, 'emotion', reading.emotion.value)] : []),
  ].join(', ');
  return (
    <button type="button" className="pill" aria-expanded={false} title={words || undefined} onClick={onOpen}>
      {t('panel.name')}
      {language && (
        <span className="pill-language" aria-hidden="true">
          {language.toUpperCase()}
        </span>
      )}
      <span
        className="mood"
        aria-hidden="true"
        data-mood={reading ? moodOf(reading.emotion.value) : 'none'}
        data-busy={status === 'reading' || undefined}
        data-problem={status === 'problem' || undefined}
      />
      {words && <span className="unseen">{words}</span>}
    </button>
  );
}
