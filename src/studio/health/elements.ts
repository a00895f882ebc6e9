/** An element with a class and what is in it. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...content);
  return made;
}

export function button(text: string, onPress: () => void): HTMLButtonElement {
  const made = element('button', 'health-button', text);
  made.type = 'button';
  made.addEventListener('click', onPress);
  return made;
}
