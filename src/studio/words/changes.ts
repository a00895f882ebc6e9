/** What a step of the design's history did. */
export const changeWords = {
  undo: (change: string) => `Undo: ${change}`,
  redo: (change: string) => `Redo: ${change}`,
  network: 'kind of network',
  add: (isStage: boolean) => (isStage ? 'add a stage' : 'add a layer'),
  remove: (isStage: boolean) => (isStage ? 'delete a stage' : 'delete a layer'),
  move: (isStage: boolean) => (isStage ? 'move a stage' : 'move a layer'),
  design: 'another design',
  name: 'name',
  nothing: 'last change',
} as const;
