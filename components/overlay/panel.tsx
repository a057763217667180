/** The panel in the helpdesk's page: a region named “Attune”, shrunk to a pill while there is nothing to show. */
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { useStore } from 'zustand';
import { StringsContext, type Translate } from '../shared/strings.tsx';
import { PanelContext } from './context.tsx';
import { DraftCheck } from './draft-check.tsx';
import { activeIn, focusFirst } from './focus.ts';
import { Header } from './header.tsx';
import { ByRules, Notices } from './notices.tsx';
import { Pill } from './pill.tsx';
import { Reading } from './reading.tsx';
import { StatusLine } from './status-line.tsx';
import { useSteady } from './steady.ts';
import type { PanelActions, PanelStore } from './store.ts';
import { Suggestions } from './suggestions.tsx';
import { Tip } from './tip.tsx';

interface PanelProps {
  store: PanelStore;
  actions: PanelActions;
  t: Translate;
}

export function Panel({ store, actions, t }: PanelProps) {
  const panel = useMemo(() => ({ store, actions }), [store, actions]);
  return (
    <StringsContext value={t}>
      <PanelContext value={panel}>
        <Region store={store} actions={actions} t={t} />
      </PanelContext>
    </StringsContext>
  );
}

function Region({ store, actions, t }: PanelProps) {
  const region = useRef<HTMLElement>(null);
  const place = useStore(store, (state) => state.standsIn ?? state.place);
  const room = useStore(store, (state) => state.room);
  const small = useStore(store, (state) => state.collapsed || state.status.kind === 'idle' || state.room === 0);
  const hasAnalysis = useStore(store, (state) => state.analysis !== undefined && state.status.kind !== 'nothing');
  const focusRequests = useStore(store, (state) => state.focusRequests);

  useSteady(region, store);

  useEffect(() => {
    if (focusRequests > 0) focusFirst(region.current);
  }, [focusRequests]);

  // Shrinking and opening replace the control that was pressed; a keyboard that was here must not fall into the page.
  const keepFocus = useRef(false);
  useLayoutEffect(() => {
    if (keepFocus.current) focusFirst(region.current);
    keepFocus.current = false;
  }, [small]);
  const setCollapsed = (collapsed: boolean) => {
    keepFocus.current = activeIn(region.current) !== null;
    actions.setCollapsed(collapsed);
    if (!collapsed && store.getState().status.kind === 'idle') actions.retry();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
    event.preventDefault();
    actions.returnFocus();
  };

  return (
    <section
      ref={region}
      className={small ? 'attune small' : 'attune'}
      data-place={place}
      style={room ? ({ '--room': `${room}px` } as CSSProperties) : undefined}
      lang={t('ui.lang')}
      dir={t('ui.dir')}
      aria-label={t('panel.name')}
      onKeyDown={onKeyDown}
      onMouseDown={keepCaret}
    >
      {small ? (
        <Pill onOpen={() => setCollapsed(false)} />
      ) : (
        <>
          <Header onShrink={() => setCollapsed(true)} />
          <div className="body">
            <Notices />
            {hasAnalysis && <Reading />}
            {hasAnalysis && <Tip />}
            {hasAnalysis && <Suggestions />}
          </div>
          <DraftCheck />
          <ByRules />
          <StatusLine />
        </>
      )}
    </section>
  );
}

/** A click here must not take the caret out of the reply box. Fields need the focus; everything else does not. */
function keepCaret(event: MouseEvent): void {
  const target = event.target as Element;
  if (!target.closest('input, select')) event.preventDefault();
}
