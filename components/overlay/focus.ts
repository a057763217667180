/** The element inside `region` that has the keyboard; null where it is elsewhere. Works inside a shadow root. */
export function activeIn(region: HTMLElement | null): Element | null {
  const root = region?.getRootNode() as Document | ShadowRoot | undefined;
  const active = root?.activeElement ?? null;
  return active && region?.contains(active) ? active : null;
}

/** Brings the keyboard to the suggestion whose turn it is or, without one, to the first control. */
export function focusFirst(region: HTMLElement | null): void {
  const target =
    region?.querySelector<HTMLElement>('[data-suggestion][tabindex="0"]') ??
    region?.querySelector<HTMLElement>('button');
  target?.focus();
}
