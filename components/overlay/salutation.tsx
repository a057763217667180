import { useId } from 'react';
import { directionOf } from '../../lib/locale.ts';
import { useStrings } from '../shared/strings.tsx';
import { useActions, usePanel } from './context.tsx';

/** How the customer will be addressed. What only the customer can tell, gender and title, is one click; never guessed. */
export function Salutation() {
  const t = useStrings();
  const actions = useActions();
  const address = usePanel((state) => state.analysis?.address);
  const label = useId();
  // Where nothing can be chosen, the greeting below says it already.
  if (!address || address.genders.length + address.titles.length === 0) return null;
  const { salutation, locale, gender, title, titles } = address;
  return (
    <div className="salutation">
      <span id={label} className="unseen">
        {t('reading.salutation')}
      </span>
      <span className="salutation-text" lang={locale} dir={directionOf(locale)}>
        {salutation}
      </span>
      {address.genders.length > 0 && (
        <fieldset className="segments" aria-label={t('reading.gender')}>
          {address.genders.map((one) => (
            <button
              key={one.gender}
              type="button"
              aria-pressed={gender === one.gender}
              aria-label={t(`gender.${one.gender}`)}
              title={t(`gender.${one.gender}`)}
              onClick={() => actions.correct({ customerGender: one.gender })}
            >
              {one.label ? <bdi lang={locale}>{one.label}</bdi> : '–'}
            </button>
          ))}
        </fieldset>
      )}
      {titles.length > 0 && (
        <select
          className="title-choice"
          aria-label={t('reading.academicTitle')}
          value={title}
          onChange={(event) => actions.correct({ customerTitle: event.target.value })}
        >
          <option value="">{t('reading.noTitle')}</option>
          {[...new Set([...(title ? [title] : []), ...titles])].map((one) => (
            <option key={one} value={one} lang={locale}>
              {one}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
