import { useDeferredValue, useMemo } from 'react';
import { useDisclosure } from '../shared/disclosure.ts';
import { Icon } from '../shared/icons.tsx';
import { useStrings } from '../shared/strings.tsx';
import { changesBetween } from './changes.ts';
import { useActions, useOptions, usePage } from './context.tsx';

/** What changed and is not saved, what keeps it from being saved, and the ways back. */
export function SaveBar() {
  const t = useStrings();
  const { problems: findProblems } = usePage();
  const actions = useActions();
  const saved = useOptions((state) => state.saved);
  const draft = useOptions((state) => state.draft);
  const before = useOptions((state) => state.before);
  const settled = useDeferredValue(draft);
  const changes = useMemo(() => changesBetween(saved, settled), [saved, settled]);
  const problems = useMemo(() => findProblems(), [settled, findProblems]);
  const list = useDisclosure();
  const any = changes.length > 0;

  return (
    <section className="save-bar" aria-label={t('options.saveBar')}>
      <StatusLine />
      {problems.length > 0 && any && (
        <div className="blocked">
          <p>
            <Icon name="warning" /> {t('options.mendFirst')}
          </p>
          <ul>
            {problems.map((problem) => (
              <li key={`${problem.locale} ${problem.place} ${problem.problem}`}>
                <span className="blocked-place" lang="en" dir="ltr">
                  <b>{`${problem.locale} › ${problem.place}`}</b> {problem.problem}
                </span>
                <button
                  type="button"
                  className="link"
                  aria-label={`${t('options.goThere')}: ${problem.locale} › ${problem.place}`}
                  onClick={() => actions.jumpTo(problem)}
                >
                  {t('options.goThere')}
                </button>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div className="save-line">
        {any ? (
          <button {...list.button} className="link">
            <Icon name="chevron" /> {t('options.changes', String(changes.length))}
          </button>
        ) : (
          <span className="quiet">{t('options.noChanges')}</span>
        )}
        <span className="buttons">
          {before && (
            <button
              type="button"
              className="plain"
              aria-disabled={any || undefined}
              title={any ? t('options.undoBlocked') : undefined}
              onClick={actions.undoSave}
            >
              {t('options.undoSave')}
            </button>
          )}
          <button
            type="button"
            className="plain"
            aria-disabled={!any || undefined}
            onClick={() => any && actions.discard()}
          >
            {t('options.discard')}
          </button>
          <button
            type="button"
            className="plain primary"
            aria-disabled={!any || problems.length > 0 || undefined}
            onClick={() => any && actions.save()}
          >
            {t('options.save')}
          </button>
        </span>
      </div>
      {any && (
        <div {...list.content} className="change-list">
          <ul>
            {changes.map(({ locale, what }) => (
              <li key={`${locale} ${what}`}>
                <code dir="auto">{`${locale} › ${what}`}</code>
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}

/** The result of the last action, seen and announced. */
function StatusLine() {
  const t = useStrings();
  const actions = useActions();
  const status = useOptions((state) => state.status);
  return (
    <div className="status" role="status" data-kind={status?.kind}>
      {status && (
        <>
          <Icon name={status.kind === 'done' ? 'check' : 'warning'} /> <span>{t(status.key, ...status.args)}</span>{' '}
          {status.wayBack && (
            <button
              type="button"
              className="link"
              onClick={status.wayBack === 'edits' ? actions.bringBackEdits : actions.bringBackFile}
            >
              {t('options.bringBack')}
            </button>
          )}
        </>
      )}
    </div>
  );
}
