import { escaped } from '../format/xml';

/** What style sheets give to drawings and children inherit; in a file it must stand on the elements themselves. */
const INHERITED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linejoin',
  'stroke-linecap',
  'stroke-opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'visibility',
] as const;
/** The same of each element for itself, with what needs no saying. */
const OWN = { opacity: '1', display: 'inline' } as const;

const TITLE_HEIGHT = 32;
const SIDE = 12;

/** A drawing on the page as a file of its own, on the page's panel colour and under its title. */
export function standaloneSvg(drawing: SVGSVGElement, title: string): string {
  const { width, height } = drawing.getBoundingClientRect();
  const inside = copyOf(drawing, undefined) as SVGSVGElement;
  inside.setAttribute('x', '0');
  inside.setAttribute('y', '0');
  inside.setAttribute('width', String(width));
  inside.setAttribute('height', String(height));
  const { fontFamily } = getComputedStyle(document.body);
  return framedSvg({ title, width, height, fontFamily }, new XMLSerializer().serializeToString(inside));
}

/** @param inside elements whose origin is below the title */
export function framedSvg(
  frame: {
    readonly title: string;
    readonly width: number;
    readonly height: number;
    readonly fontFamily: string;
  },
  inside: string,
): string {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  const [width, height] = [Math.ceil(frame.width + 2 * SIDE), Math.ceil(frame.height + TITLE_HEIGHT + SIDE)];
  const title = escaped(frame.title);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="${-SIDE} ${-TITLE_HEIGHT} ${width} ${height}" role="img" aria-label="${title}">`,
    `<rect x="${-SIDE}" y="${-TITLE_HEIGHT}" width="${width}" height="${height}" fill="${token('panel')}"/>`,
    `<text x="0" y="-12" font-family="${escaped(frame.fontFamily)}" font-size="14" font-weight="600" fill="${token('text')}">${title}</text>`,
    inside,
    '</svg>',
    '',
  ].join('\n');
}

function copyOf(element: SVGElement, around: CSSStyleDeclaration | undefined): SVGElement {
  const copy = element.cloneNode(false) as SVGElement;
  copy.removeAttribute('class');
  copy.removeAttribute('style');
  const style = getComputedStyle(element);
  for (const name of INHERITED) {
    const value = style.getPropertyValue(name);
    if (value !== around?.getPropertyValue(name)) copy.setAttribute(name, value);
  }
  for (const [name, usual] of Object.entries(OWN)) {
    const value = style.getPropertyValue(name);
    if (value !== usual && element.parentElement instanceof SVGElement) copy.setAttribute(name, value);
  }
  for (const child of element.childNodes)
    copy.append(child instanceof SVGElement ? copyOf(child, style) : child.cloneNode(true));
  return copy;
}

/** @param density pixels of the picture for each of the drawing */
export async function pngOf(svg: string, density = 2): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * density;
    canvas.height = image.naturalHeight * density;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new RangeError('too large'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
