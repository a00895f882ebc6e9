/** What the parts of a chip and of its network are called; people count them from 1. */
export const placeWords = {
  layer: (number: number) => `Layer ${number}`,
  stage: (number: number) => `Stage ${number}`,
  tile: (stage: number, tile: number) => `Stage ${stage}, tile ${tile}`,
  /** The matrices of a network's head. */
  hidden: 'Hidden',
  answer: 'Answer',
  neighbours: (top: number, bottom: number) => `${top}–${bottom}`,
  two: (top: number, bottom: number) => `${top} and ${bottom}`,
  /** @param mesh U or V, where the layer has two */
  interferometer: (layer: string, mesh: string | undefined, column: number, waveguides: string) =>
    `${layer}${mesh === undefined ? '' : `, mesh ${mesh}`}, column ${column}, waveguides ${waveguides}`,
} as const;
