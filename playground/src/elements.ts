/** An element of the page by its id. Throws if the page has none of this kind: page and program do not fit. */
export function byId<E extends HTMLElement>(id: string, kind: new () => E): E {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${kind.name} "${id}".`);
}

/** A sentence with its parts in backticks as code. */
export function sentence(text: string): readonly (Node | string)[] {
  const parts = text.split(/`([^`\n]*)`/);
  return parts.map((part, index) => (index % 2 === 1 ? element('code', {}, [part]) : part));
}

/** A new element with properties and content. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  properties: Partial<HTMLElementTagNameMap[Name]> = {},
  content: readonly (Node | string)[] = [],
): HTMLElementTagNameMap[Name] {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...content);
  return made;
}
