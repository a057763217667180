/** Keeps the panel clear of the reply box and the send button, on top of the page, and in the page. */
import type { PanelStore } from '../../components/overlay/store.ts';
import { type Box, placePanel } from './placement.ts';

interface Kept {
  host: HTMLElement;
  container: HTMLElement;
  store: PanelStore;
  /** What must stay free right now. */
  keepFree(): Box[];
  signal: AbortSignal;
}

/** The open panel at its largest, as in style.css: where it stands does not depend on how full it is. */
const openSize = { width: 340, height: 720 };

/** How often the reply box is looked at while the panel shows: it opens and grows without telling anyone. */
const lookEvery = 500;

export function keepPlaced({ host, container, store, keepFree, signal }: Kept): void {
  // The top layer: no z-index of the page, nor its dialogs, can cover the panel.
  host.popover = 'manual';
  // The host is nothing but an anchor: what is fixed inside it must answer to the window.
  host.style.cssText =
    'position:fixed;inset:0 auto auto 0;width:0;height:0;margin:0;padding:0;border:0;overflow:visible;background:none;';
  raise(host);

  const place = () => {
    if (!host.isConnected) document.documentElement.append(host);
    raise(host);
    const panel = container.querySelector<HTMLElement>('section');
    if (!panel) return;
    const { place: wished, standsIn, room, collapsed } = store.getState();
    const size = collapsed ? { width: panel.offsetWidth, height: panel.offsetHeight } : openSize;
    const placed = placePanel(wished, size, keepFree(), { width: innerWidth, height: innerHeight });
    if (placed.corner !== (standsIn ?? wished) || placed.maxHeight !== room)
      store.setState({ standsIn: placed.corner, room: placed.maxHeight });
  };

  const timer = setInterval(place, lookEvery);
  addEventListener('resize', place, { signal });
  const unsubscribe = store.subscribe(() => requestAnimationFrame(place));
  const observer = new ResizeObserver(place);
  observer.observe(container);
  requestAnimationFrame(place);
  signal.addEventListener('abort', () => {
    clearInterval(timer);
    unsubscribe();
    observer.disconnect();
  });
}

/** Shown again when the page has put something into the top layer after us, or the browser closed us. */
function raise(host: HTMLElement): void {
  if (!host.isConnected || typeof host.showPopover !== 'function') return;
  const modal = document.querySelector('dialog:modal');
  const parent = modal ?? document.documentElement;
  // Everything outside a modal dialog is inert: the panel has to go inside.
  if (host.parentElement !== parent) {
    parent.append(host);
  }
  if (!host.matches(':popover-open')) host.showPopover();
}
