/** The toolbar button's window: whether Attune works on this site, and what turning it on means. */
import { useId } from 'react';
import { StringsContext, type Translate } from '../shared/strings.tsx';

export type SiteState =
  | 'off'
  | 'on'
  /** A page where no extension may work. */
  | 'not-possible'
  /** Off, and no helpdesk that we know: it can be turned on all the same. */
  | 'desk-unknown';

interface PopupProps {
  /** The site as the agent knows it, “support.example.com”. */
  site: string;
  state: SiteState;
  deskName?: string;
  actions: { turnOn(): void; turnOff(): void; openOptions(): void };
  t: Translate;
}

export function Popup({ site, state, deskName, actions, t }: PopupProps) {
  const privacy = useId();
  const on = state === 'on';
  return (
    <StringsContext value={t}>
      <main className="attune popup" lang={t('ui.lang')} dir={t('ui.dir')}>
        <h1>{t('popup.title')}</h1>
        {state !== 'not-possible' && (
          <p className="site">
            <bdi>{site}</bdi>
          </p>
        )}
        {deskName && <p className="quiet">{t('popup.desk', deskName)}</p>}
        {state === 'not-possible' ? (
          <p className="quiet">{t('popup.notPossible')}</p>
        ) : (
          <>
            {state === 'desk-unknown' && <p className="quiet">{t('popup.unknownDesk')}</p>}
            <button
              type="button"
              className="switch"
              role="switch"
              aria-checked={on}
              aria-label={t('popup.title')}
              aria-describedby={privacy}
              onClick={on ? actions.turnOff : actions.turnOn}
            >
              <span className="track" aria-hidden="true" />
              <span aria-hidden="true">{on ? t('popup.on') : t('popup.off')}</span>
            </button>
            <p id={privacy} className="quiet">
              {t('popup.privacy')}
            </p>
          </>
        )}
        <button type="button" className="options" onClick={actions.openOptions}>
          {t('popup.options')}
        </button>
      </main>
    </StringsContext>
  );
}
