/** What the agent is at stays where it is while a better reading comes in. */
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { activeIn, focusFirst } from './focus.ts';
import type { PanelStore } from './store.ts';

interface Held {
  element: Element;
  focused: boolean;
  top: number;
  /** Of the scrolling part of the panel. */
  height: number;
}

/**
 * While the keyboard or the pointer is in the panel, its size holds and the line that it is at holds its place: what
 * comes and goes above is made up for by scrolling. A control that goes away hands the keyboard on inside the panel.
 * Once the agent is elsewhere the panel takes the size it needs. Without anyone in it, it may move at once.
 */
export function useSteady(region: RefObject<HTMLElement | null>, store: PanelStore): void {
  const held = useRef<Held>(undefined);

  useLayoutEffect(() => {
    const panel = region.current;
    const leave = (event: Event) => {
      if (!(event instanceof FocusEvent) || !panel?.contains(event.relatedTarget as Node | null)) release(panel);
    };
    panel?.addEventListener('pointerleave', leave);
    panel?.addEventListener('focusout', leave);
    // The store tells before anything is drawn anew: here the old places can still be measured.
    const stop = store.subscribe((now, before) => {
      if (!now.analysis || !before.analysis || now.analysis === before.analysis) return;
      held.current ??= hold(panel);
    });
    return () => {
      stop();
      panel?.removeEventListener('pointerleave', leave);
      panel?.removeEventListener('focusout', leave);
    };
  }, [store, region]);

  const analysis = useStore(store, (state) => state.analysis);
  // After each analysis that was drawn.
  useLayoutEffect(() => {
    const before = held.current;
    held.current = undefined;
    release(region.current);
    if (!before) return;
    if (before.element.isConnected) keep(region.current, before);
    else if (before.focused && !activeIn(region.current)) focusFirst(region.current);
  }, [analysis, region]);
}

const bodyOf = (panel: HTMLElement | null) => panel?.querySelector<HTMLElement>('.body') ?? undefined;

function hold(panel: HTMLElement | null): Held | undefined {
  const focused = activeIn(panel);
  const element = focused ?? [...(panel?.querySelectorAll('.body li:hover, .body button:hover') ?? [])].at(-1);
  const body = bodyOf(panel);
  if (!element || !body?.contains(element)) return undefined;
  const { top } = element.getBoundingClientRect();
  return { element, focused: element === focused, top, height: body.clientHeight };
}

function keep(panel: HTMLElement | null, { element, top, height }: Held): void {
  const body = bodyOf(panel);
  if (!body) return;
  const moved = () => element.getBoundingClientRect().top - top;
  if (Math.abs(moved()) < 1 && body.clientHeight === height) return;
  body.style.flex = `0 1 ${height}px`;
  body.scrollTop += moved();
  // At the very top there is nothing to scroll back: a gap holds the place.
  const missing = -moved();
  if (missing > 0) body.style.paddingBlockStart = `${missing}px`;
}

function release(panel: HTMLElement | null): void {
  const body = bodyOf(panel);
  if (!body) return;
  body.style.flex = '';
  body.style.paddingBlockStart = '';
}
