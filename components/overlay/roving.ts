/** One suggestion at a time is in the tab order; the arrow keys move on from it. */
import { type FocusEvent, type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { activeIn } from './focus.ts';

const steps: Record<string, (from: number, count: number) => number> = {
  ArrowDown: (from, count) => (from + 1) % count,
  ArrowUp: (from, count) => (from <= 0 ? count - 1 : from - 1),
  Home: () => 0,
  End: (_, count) => count - 1,
};

/**
 * `ids` are those on screen, in order. The returned `current` is always one of them (or undefined where there are
 * none). When the focused one goes away, as after a correction, the keyboard goes to the new current one.
 */
export function useRoving(ids: string[]) {
  const container = useRef<HTMLDivElement>(null);
  const focused = useRef(false);
  const [chosen, setChosen] = useState<string>();
  const current = chosen !== undefined && ids.includes(chosen) ? chosen : ids[0];

  const buttons = () => [...(container.current?.querySelectorAll<HTMLElement>('[data-suggestion]') ?? [])];

  useLayoutEffect(() => {
    if (!focused.current || current === undefined || activeIn(container.current)) return;
    buttons()
      .find((button) => button.dataset.suggestion === current)
      ?.focus();
  });

  const onFocus = (event: FocusEvent) => {
    focused.current = event.target instanceof HTMLElement && event.target.dataset.suggestion !== undefined;
    if (focused.current) setChosen((event.target as HTMLElement).dataset.suggestion);
  };

  // An element that is taken away while it has the focus sends no blur, or one from an element no longer in the page.
  const onBlur = (event: FocusEvent) => {
    if (event.target.isConnected) focused.current = false;
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    const from = event.target as HTMLElement;
    const inField = from.tagName === 'INPUT';
    if (!step || event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return;
    // In the filter Home, End and the up arrow belong to its text; the down arrow leads to what was found.
    if (inField && event.key !== 'ArrowDown') return;
    const all = buttons();
    if (all.length === 0) return;
    const row = from.closest('li')?.querySelector<HTMLElement>('[data-suggestion]');
    const at = inField ? all.findIndex((button) => follows(from, button)) - 1 : row ? all.indexOf(row) : -1;
    if (!inField && !row) return;
    event.preventDefault();
    all[step(at, all.length)]?.focus();
  };

  return { current, container: { ref: container, onFocus, onBlur, onKeyDown } };
}

function follows(before: Node, after: Node): boolean {
  return Boolean(before.compareDocumentPosition(after) & Node.DOCUMENT_POSITION_FOLLOWING);
}
