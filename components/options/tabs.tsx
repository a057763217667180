import type { KeyboardEvent, ReactNode } from 'react';
import { useStrings } from '../shared/strings.tsx';
import { useActions, useOptions } from './context.tsx';
import { type Tab, tabs } from './store.ts';

/** Arrow keys move between the tabs and follow the writing direction; only the chosen one is in the tab order. */
export function Tabs({ children }: { children: ReactNode }) {
  const t = useStrings();
  const actions = useActions();
  const locale = useOptions((state) => state.locale);
  const current = useOptions((state) => state.tab);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const forward = t('ui.dir') === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = t('ui.dir') === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    const at = tabs.indexOf(current);
    const to: number | undefined = {
      [forward]: (at + 1) % tabs.length,
      [back]: (at + tabs.length - 1) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    }[event.key];
    const next = to === undefined ? undefined : tabs[to];
    if (!next) return;
    event.preventDefault();
    actions.showPack(locale, next);
    document.getElementById(`tab-${next}`)?.focus();
  };

  return (
    <>
      <div role="tablist" className="tabs" aria-label={t('options.parts')} onKeyDown={onKeyDown}>
        {tabs.map((tab: Tab) => (
          <button
            key={tab}
            id={`tab-${tab}`}
            type="button"
            role="tab"
            aria-selected={tab === current}
            aria-controls="tab-panel"
            tabIndex={tab === current ? 0 : -1}
            onClick={() => actions.showPack(locale, tab)}
          >
            {t(`options.tab.${tab}`)}
          </button>
        ))}
      </div>
      <div id="tab-panel" role="tabpanel" aria-labelledby={`tab-${current}`} className="tab-panel">
        {children}
      </div>
    </>
  );
}
