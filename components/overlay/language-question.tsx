import { useId } from 'react';
import type { Reading } from '../../lib/reading.ts';
import { languageName, useStrings } from '../shared/strings.tsx';
import { useActions, useSetPanel } from './context.tsx';

/** Unsure means asking: the likely languages as buttons, and the way to every other. */
export function LanguageQuestion({ reading }: { reading: Reading }) {
  const t = useStrings();
  const actions = useActions();
  const setPanel = useSetPanel();
  const question = useId();
  return (
    <fieldset className="question" aria-labelledby={question}>
      <p id={question}>{t('reading.question')}</p>
      <div className="answers">
        {reading.language.others.slice(0, 4).map(({ language }) => (
          <button key={language} type="button" className="plain" onClick={() => actions.correct({ language })}>
            {languageName(t, language)}
          </button>
        ))}
        <button type="button" className="plain" onClick={() => setPanel({ correcting: true })}>
          {t('reading.another')}
        </button>
      </div>
    </fieldset>
  );
}
