import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { PanelActions, PanelState, PanelStore } from './store.ts';

interface Panel {
  store: PanelStore;
  actions: PanelActions;
}

export const PanelContext = createContext<Panel | null>(null);

function useContextValue(): Panel {
  const panel = useContext(PanelContext);
  if (!panel) throw new Error('This component belongs inside <Panel>');
  return panel;
}

/** A narrow slice of the panel's state. The selector must not build new objects: that would render without end. */
export function usePanel<T>(selector: (state: PanelState) => T): T {
  return useStore(useContextValue().store, selector);
}

export function useActions(): PanelActions {
  return useContextValue().actions;
}

/** For state that is the panel's own affair and of no interest to the page. */
export function useSetPanel(): PanelStore['setState'] {
  return useContextValue().store.setState;
}
