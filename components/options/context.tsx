import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { AffectModel } from '../../lib/affect/model.ts';
import type { Library } from '../../lib/library.ts';
import type { Pack } from '../../lib/pack/schema.ts';
import type { Models } from './models.ts';
import type { PackView } from './pack-view.ts';
import type { Options, OptionsActions, OptionsState } from './store.ts';

export interface Page extends Options {
  library: Library;
  /** The browser's UI language, for glosses where the agent set none. */
  uiLocale: string;
  /** The trained model, for the try-it box; without it the rules read. */
  model?: AffectModel;
  /** Models from elsewhere; without them the page “Model” is not offered. */
  models?: Models;
}

export const PageContext = createContext<Page | null>(null);
export const ViewContext = createContext<PackView | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  if (!page) throw new Error('This component belongs inside <OptionsPage>');
  return page;
}

/** A narrow slice of the state. The selector must not build new objects: that would render without end. */
export function useOptions<T>(selector: (state: OptionsState) => T): T {
  return useStore(usePage().store, selector);
}

export function useActions(): OptionsActions {
  return usePage().actions;
}

/** The pack that is being edited. */
export function useView(): PackView {
  const view = useContext(ViewContext);
  if (!view) throw new Error('This component belongs inside <PackPage>');
  return view;
}

/** Changes the lead's own layer of the pack that is being edited. */
export function useEdit(): (change: (layer: Pack) => Pack) => void {
  const { locale } = useView();
  const { edit } = useActions();
  return (change) => edit(locale, change);
}
