/**
 * svgcanvas reads fonts by way of a style attribute, which the content policy forbids; a style object does the same.
 * @returns {import('vite').Plugin}
 */
export function strictStyle() {
  return {
    name: 'photonic:strict-style',
    transform(code, id) {
      if (!id.includes('/svgcanvas/')) return undefined;
      const changed = code.replace(
        /(\w+)\.setAttribute\(\s*["']style["'],\s*["']font:["']\s*\+\s*this\.font\s*\)/,
        '$1.style.font = this.font',
      );
      if (changed === code)
        this.error('svgcanvas no longer sets fonts as it did: look at scripts/strict-style.mjs.');
      return { code: changed, map: null };
    },
  };
}
