/**
 * The panel's life on a page: on while the site is on, mounted only where a desk's ticket shows. Everything ends with
 * the context's signal, or with the switch.
 */

import { createRoot } from 'react-dom/client';
import { browser, type ContentScriptContext } from '#imports';
import { Panel } from '../../components/overlay/panel.tsx';
import { createPanelStore, type PanelStore } from '../../components/overlay/store.ts';
import css from '../../components/overlay/style.css?inline';
import { browserStrings, keepNeededStrings } from '../../components/shared/browser-strings.ts';
import { desks } from '../../lib/desk/index.ts';
import { type ThreadChange, watchThread } from '../../lib/desk/watch.ts';
import { panelItem, sitesOffItem } from '../../lib/storage.ts';
import { type Controller, createController } from './controller.ts';
import { keepPlaced } from './keep-placed.ts';
import { addShadowHost } from './shadow-host.ts';

export async function startOverlay(ctx: ContentScriptContext): Promise<void> {
  let running: AbortController | undefined;
  const follow = (off: readonly string[]) => {
    const on = !off.includes(location.origin);
    if (on && !running) {
      running = new AbortController();
      run(running.signal);
    } else if (!on && running) {
      running.abort();
      running = undefined;
    }
  };
  keepNeededStrings();
  sitesOffItem.watch(follow);
  // A newer script on this page takes over. An updated extension does not: then the panel stays to say so.
  ctx.onInvalidated(() => {
    if (browser.runtime?.id) running?.abort();
  });
  follow(await sitesOffItem.getValue());
}

/** One life of the panel, until the signal ends it. Nothing is added to the page before a desk's ticket is seen. */
async function run(signal: AbortSignal): Promise<void> {
  const { place, collapsed } = await panelItem.getValue();
  if (signal.aborted) return;
  const store = createPanelStore({ place, collapsed });
  const controller = createController(store, signal);
  let mounted: { remove(): void } | undefined;
  const unmount = () => {
    mounted?.remove();
    mounted = undefined;
  };

  watchThread(
    desks,
    document,
    (change: ThreadChange) => {
      if (change.desk) mounted ??= mountPanel(store, controller);
      controller.show(change);
      if (!change.desk) unmount();
    },
    signal,
  );
  signal.addEventListener('abort', unmount, { once: true });
}

function mountPanel(store: PanelStore, controller: Controller): { remove(): void } {
  const life = new AbortController();
  const { host, container } = addShadowHost(css);
  const root = createRoot(container);
  root.render(<Panel store={store} actions={controller.actions} t={browserStrings} />);
  keepPlaced({ host, container, store, keepFree: controller.keepFree, signal: life.signal });
  return {
    remove() {
      life.abort();
      root.unmount();
      host.remove();
    },
  };
}
