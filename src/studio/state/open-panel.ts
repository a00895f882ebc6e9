import { showDock, useView } from './view';

/** Panels that an address can open beside its experiment, by the words it names them with. */
const PANELS: Readonly<Record<string, (detail: string) => void | Promise<void>>> = {
  program: async (matrix) => {
    const { chooseMatrix } = await import('../program/program-store');
    chooseMatrix(matrix);
    useView.setState({ screen: 'chip', sideTab: 'program', phoneTab: 'program' });
  },
  predict: () => useView.setState({ screen: 'chip', sideTab: 'predict', phoneTab: 'predict' }),
  budget: () => showDock('budget'),
  tiles: () => showDock('tiles'),
  confusion: () => showDock('confusion'),
  samples: () => showDock('samples'),
  studies: async (kind) => {
    const [{ chooseStudy }, { STUDIES }] = await Promise.all([
      import('../studies/draft'),
      import('../studies/settings'),
    ]);
    const study = STUDIES.find(({ id }) => id === kind);
    if (study !== undefined) chooseStudy(study.id);
    showDock('studies');
  },
};

/** Opens `panel` or `panel.detail`, e.g. `program.dft`; anything else opens nothing. */
export async function openPanel(name: string): Promise<void> {
  const [panel = '', detail = ''] = name.split('.', 2);
  if (Object.hasOwn(PANELS, panel)) await PANELS[panel]?.(detail);
}
