/** Settings: corrections that stay on this machine, how many there are, and the ways out for them. */
import { correctionLines, correctionsKept } from '../../lib/kept-corrections.ts';
import { useStrings } from '../shared/strings.tsx';
import { useActions, useOptions } from './context.tsx';
import { download } from './download.ts';

export function KeptCorrections() {
  const t = useStrings();
  const { changeSettings, deleteCorrections } = useActions();
  const settings = useOptions((state) => state.settings);
  const corrections = useOptions((state) => state.corrections);
  const none = corrections.length === 0;
  return (
    <>
      <h3>{t('options.corrections')}</h3>
      <p id="corrections-help" className="help">
        {t('options.correctionsHelp', String(correctionsKept))}
      </p>
      <div className="card">
        <label className="check">
          <input
            type="checkbox"
            checked={settings.keepCorrections === true}
            aria-describedby="corrections-help"
            onChange={(event) => changeSettings({ keepCorrections: event.target.checked })}
          />{' '}
          {t('options.keepCorrections')}
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={settings.keepWords === true}
            disabled={!settings.keepCorrections}
            onChange={(event) => changeSettings({ keepWords: event.target.checked })}
          />{' '}
          {t('options.keepWords')}
        </label>
        <p>{t('options.correctionsCount', String(corrections.length))}</p>
        <div className="buttons">
          <button
            type="button"
            className="plain"
            disabled={none}
            onClick={() => download('attune-corrections.jsonl', correctionLines(corrections))}
          >
            {t('options.exportCorrections')}
          </button>
          <button type="button" className="plain" disabled={none} onClick={deleteCorrections}>
            {t('options.deleteCorrections')}
          </button>
        </div>
      </div>
    </>
  );
}
