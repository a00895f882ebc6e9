/** Colours of the canvas, read from the stylesheet's tokens so that both themes stay in one place. */
export interface Palette {
  readonly substrate: string;
  readonly line: string;
  readonly waveguide: string;
  readonly light: string;
  readonly text: string;
  readonly muted: string;
  readonly accent: string;
  readonly panel: string;
  readonly dark: boolean;
  readonly font: string;
}

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    substrate: token('substrate'),
    line: token('line'),
    waveguide: token('waveguide'),
    light: token('light'),
    text: token('text'),
    muted: token('muted'),
    accent: token('accent'),
    panel: token('panel'),
    dark: token('scheme') === 'dark',
    font: style.fontFamily,
  };
}

/** Calls back when the theme changes, by the toggle or by the system. */
export function onThemeChange(listener: () => void): () => void {
  const media = matchMedia('(prefers-color-scheme: dark)');
  media.addEventListener('change', listener);
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    media.removeEventListener('change', listener);
    observer.disconnect();
  };
}
