/** Words about convolutional networks: their stages, and the tiles their matrices lie on. */
export const convWords = {
  stages: 'Stages of the network',
  layingOut: 'Laying out the network…',
  image: 'Image',
  chosenImage: 'The chosen image',
  tile: 'Tile',
  previousTile: 'Previous tile',
  nextTile: 'Next tile',
  tileOf: (tile: string, count: string) => `Tile ${tile} of ${count}`,
  lightOf: (row: number, column: number) =>
    `. Its light: the brightest patch, at row ${row}, column ${column} of the image`,
  block: (inputs: string, outputs: string, rows: string, columns: string) =>
    `Inputs ${inputs}, outputs ${outputs} of a matrix of ${rows} × ${columns}`,
} as const;

/** Words of the panel that shows how matrices lie on tiles. */
export const tilesWords = {
  region: 'Tile map',
  layingOut: 'The network is being laid out…',
  none: 'This network has no tiles: each of its layers is a mesh of its own. Choose a photonic convolution to see how large matrices share one chip.',
  title: (count: string, side: number) => `${count} tiles of ${side} × ${side}`,
  note: (phases: string, interferometers: string) => `${phases} phases in ${interferometers} interferometers`,
  passes: (passes: string, settings: string, tiles: string, isOne: boolean) =>
    `One image is ${passes} passes of light, in ${settings} settings of ${isOne ? 'a chip with one tile' : `a chip with ${tiles} tiles`}.`,
  place: (stage: string, tile: string, isDrawn: boolean) =>
    `${stage}, tile ${tile}${isDrawn ? ', drawn in the mesh' : ''}`,
  caption: 'Tiles and passes of every stage',
  columns: {
    stage: 'Stage',
    matrix: 'Matrix',
    tiles: 'Tiles',
    places: 'Places',
    settings: 'Settings',
    passes: 'Passes',
    phases: 'Phases',
    filled: 'Filled',
  },
  total: 'In all',
  complex: ' complex',
  by: (a: string, b: string) => `${a} × ${b}`,
  drawn: (name: string) => `${name}: tile that is drawn`,
  noneDrawn: (count: number) => `${count} tiles, none of them is drawn`,
  used: (share: string) => `, ${share} of it used`,
  setting: (setting: string, count: string) => `; on the chip in setting ${setting} of ${count}`,
  once: 'once',
  atPlaces: (count: string) => `at ${count} places`,
  tile: (parts: {
    readonly inputs: string;
    readonly outputs: string;
    readonly used: string;
    readonly phases: string;
    readonly times: string;
    readonly when: string;
  }) =>
    `Inputs ${parts.inputs}, outputs ${parts.outputs}${parts.used}; ${parts.phases} phases; light of each image passes it ${parts.times}${parts.when}.`,
} as const;
