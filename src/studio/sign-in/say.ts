import { accountWords } from '../words/account';

/** Shows how far it is: a sentence, what it means, and the ways on. */
export function say(
  message: string,
  note = '',
  ways: readonly (readonly [label: string, go: () => void])[] = [],
): void {
  const place = document.getElementById('sign-in');
  const heading = document.createElement('h1');
  heading.textContent = accountWords.googlePage.title;
  const told = document.createElement('div');
  told.setAttribute('role', 'status');
  told.append(paragraph(message, 'message'), paragraph(note, 'note'));
  const actions = document.createElement('div');
  actions.className = 'actions';
  actions.append(
    ...ways.map(([label, go]) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = label;
      button.addEventListener('click', go);
      return button;
    }),
  );
  place?.replaceChildren(heading, told, actions);
}

function paragraph(text: string, className: string): HTMLElement {
  const made = document.createElement('p');
  made.className = className;
  made.textContent = text;
  return made;
}
