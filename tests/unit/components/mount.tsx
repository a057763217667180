/** Mounts a component in an open shadow root, as the content script does, with the English strings. */
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { vi } from 'vitest';
import { Panel } from '../../../components/overlay/panel.tsx';
import { createPanelStore, type PanelActions, type PanelState } from '../../../components/overlay/store.ts';
import type { Translate } from '../../../components/shared/strings.tsx';
import ar from '../../../locales/ui/ar.json';
import en from '../../../locales/ui/en.json';
import { analysis } from './fixtures.ts';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;

/** Does with a messages file what the browser does. */
export function translator(messages: object): Translate {
  return (key, ...substitutions) => {
    let found: unknown = messages;
    for (const part of key.split('.')) found = (found as Record<string, unknown> | undefined)?.[part];
    return typeof found === 'string' ? found.replaceAll(/\$(\d)/g, (_, n) => substitutions[Number(n) - 1] ?? '') : '';
  };
}

export const english = translator(en);
export const arabic = translator(ar);

const mounted: (() => void)[] = [];

export function unmountAll(): void {
  for (const unmount of mounted.splice(0)) unmount();
  document.body.replaceChildren();
}

export function mount(children: ReactNode): ShadowRoot {
  const host = document.createElement('div');
  document.body.append(host);
  const shadow = host.attachShadow({ mode: 'open' });
  const container = document.createElement('div');
  shadow.append(container);
  const root = createRoot(container);
  act(() => root.render(children));
  mounted.push(() => act(() => root.unmount()));
  return shadow;
}

export function mountPanel(state: Partial<PanelState> = {}, t: Translate = english) {
  const store = createPanelStore({
    status: { kind: 'ready' },
    analysis: analysis(),
    editorFound: true,
    mode: 'reply',
    languages: [
      { value: 'de', label: 'German' },
      { value: 'sl', label: 'Slovenian' },
    ],
    ...state,
  });
  const actions = {
    dismissTip: vi.fn(),
    insert: vi.fn(),
    copy: vi.fn(),
    correct: vi.fn(),
    resetCorrection: vi.fn(),
    setCollapsed: vi.fn((collapsed: boolean) => store.setState({ collapsed })),
    move: vi.fn(),
    openOptions: vi.fn(),
    switchOffSite: vi.fn(),
    retry: vi.fn(),
    returnFocus: vi.fn(),
  } satisfies PanelActions;
  const shadow = mount(<Panel store={store} actions={actions} t={t} />);
  return { store, actions, shadow, ...lookup(shadow) };
}

/** Finds by what a screen reader says; the names here are texts and labels, so a full computation is not needed. */
export function lookup(shadow: ShadowRoot) {
  const all = <T extends Element>(selector: string) => [...shadow.querySelectorAll<T & HTMLElement>(selector)];
  const nameOf = (element: Element): string => {
    const ids = element.getAttribute('aria-labelledby');
    if (ids) return shadow.getElementById(ids)?.textContent?.trim() ?? '';
    return element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
  };
  const one = <T extends Element>(selector: string, name: string) => {
    const found = all<T>(selector).filter((element) => nameOf(element) === name && !element.closest('[hidden]'));
    if (found.length !== 1)
      throw new Error(`${found.length} of ${selector} named “${name}”: ${all(selector).map(nameOf).join(' | ')}`);
    return found[0] as T & HTMLElement;
  };
  return {
    all,
    one,
    button: (name: string) => one<HTMLButtonElement>('button', name),
    suggestions: () => all<HTMLButtonElement>('[data-suggestion]'),
    focused: () => (shadow.activeElement as HTMLElement | null)?.textContent ?? null,
  };
}

export function press(target: Element | null, key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true, ...more });
  act(() => void target?.dispatchEvent(event));
  return event;
}

export function click(target: HTMLElement): void {
  act(() => target.click());
}

export function focus(target: HTMLElement | undefined): void {
  act(() => target?.focus());
}

/** Types as a user does: React listens to the native setter and the event. */
export function fill(field: HTMLInputElement | HTMLSelectElement, value: string): void {
  const prototype = field instanceof HTMLSelectElement ? HTMLSelectElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
  act(
    () =>
      void field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true })),
  );
}
