import { Compartment, StateEffect } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

/** Follows the system's choice of light or dark until the user presses the button, which has the other. */
export function chooseColours(button: HTMLButtonElement, views: readonly EditorView[]): void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const dark = new Compartment();
  let chosen: boolean | undefined;
  const isDark = () => chosen ?? system.matches;
  const show = () => {
    document.documentElement.dataset['colours'] = isDark() ? 'dark' : 'light';
    button.textContent = isDark() ? 'Light' : 'Dark';
    const effects = dark.reconfigure(EditorView.darkTheme.of(isDark()));
    for (const view of views) view.dispatch({ effects });
  };
  for (const view of views) view.dispatch({ effects: StateEffect.appendConfig.of(dark.of([])) });
  system.addEventListener('change', show);
  button.addEventListener('click', () => {
    chosen = !isDark();
    show();
  });
  show();
}
