/** Building elements. Text from tickets is only ever text: there is no way to hand markup in. */

type Attributes = Record<string, string | boolean>;

/** An element with attributes (`true` sets an empty one, `false` none) and children; strings become text. */
export function h<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(key, value === true ? '' : value);
  }
  element.append(...children);
  return element;
}
