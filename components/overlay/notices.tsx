import { Icon } from '../shared/icons.tsx';
import { languageName, useStrings } from '../shared/strings.tsx';
import { useActions, usePanel } from './context.tsx';

/** What stands above the reading: problems with the way out, and what the agent should know about this reading. */
export function Notices() {
  const t = useStrings();
  const actions = useActions();
  const status = usePanel((state) => state.status);
  const analysis = usePanel((state) => state.analysis);
  const language = analysis?.reading.language.value ?? 'unknown';
  const noPack = analysis?.locale === null && language !== 'unknown' && analysis.notices.length === 0;

  if (status.kind === 'problem') {
    return (
      <div className="notice problem" role="alert">
        <Icon name="warning" />
        <p>{t(`problem.${status.what}`)}</p>
        {status.what === 'storageFull' && (
          <button type="button" className="plain" onClick={actions.openOptions}>
            {t('panel.options')}
          </button>
        )}
        {(status.what === 'noAnswer' || status.what === 'unexpected') && (
          <button type="button" className="plain" onClick={actions.retry}>
            {t('panel.retry')}
          </button>
        )}
      </div>
    );
  }
  if (status.kind === 'nothing') {
    return (
      <div className="notice">
        <p>{t(`nothing.${status.why}`)}</p>
        <button type="button" className="plain" onClick={actions.retry}>
          {t('panel.retry')}
        </button>
      </div>
    );
  }
  if (status.kind === 'reading' && !analysis) return <p className="notice">{t('panel.working')}</p>;
  return (
    <>
      {noPack && <p className="notice">{t('panel.noPack', languageName(t, language))}</p>}
      {analysis?.notices.map((notice) => (
        <p key={notice} className="notice">
          {notice}
        </p>
      ))}
    </>
  );
}

/** Below the list, where its coming and going moves nothing: who reads while a model cannot. */
export function ByRules() {
  const t = useStrings();
  const line = usePanel((state) =>
    state.status.kind !== 'ready'
      ? null
      : state.analysis?.byRulesOnly
        ? 'reading.byRules'
        : state.analysis?.shippedAlone
          ? 'reading.byShipped'
          : null,
  );
  return line && <p className="notice by-rules">{t(line)}</p>;
}
