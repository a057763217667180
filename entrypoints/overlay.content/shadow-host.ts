/** Our own corner of the page: an open shadow root on <html>, out of reach of the page's styles and shortcuts. */

/** Desks bind single letters; what is typed in our fields is none of theirs. */
const isolatedEvents = ['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'paste', 'copy', 'cut'] as const;

export interface ShadowHost {
  host: HTMLElement;
  container: HTMLElement;
}

/**
 * Not WXT's own: that one goes when the extension is updated, and the agent would never learn why. Outside <body>,
 * which desks replace and clean.
 */
export function addShadowHost(css: string): ShadowHost {
  const host = document.createElement('attune-panel');
  const shadow = host.attachShadow({ mode: 'open' });
  const style = document.createElement('style');
  style.textContent = `:host { all: initial !important; }\n${css.replaceAll(':root', ':host')}`;
  const container = document.createElement('div');
  shadow.append(style, container);
  for (const type of isolatedEvents) container.addEventListener(type, (event) => event.stopPropagation());
  document.documentElement.append(host);
  return { host, container };
}
