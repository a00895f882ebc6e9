import { hasProbe, removeProbes, toggleProbe, useProbes } from '../mesh/probes';
import { canShowSaliency, toggleSaliency, useSaliency } from '../mesh/saliency-store';
import { columnOf, portsOf } from '../mesh/places';
import { chosenStage } from '../mesh/stage-ref';
import { toggleTable, useTable } from '../mesh/table-store';
import type { WaveguideRef } from '../mesh/waveguides';
import { chip } from '../state/chip';
import { showDock, useView } from '../state/view';
import { meshWords } from '../words/mesh';
import type { Command } from './command';
import { always } from './command';

const isDrawn = (): boolean => useView.getState().screen === 'chip' && chip.layout !== undefined;

/** Under the pointer, or else the next output of the chosen interferometer without a probe. */
function probePlace(): WaveguideRef | undefined {
  const stage = chosenStage.get();
  if (stage?.waveguide) return stage.waveguide;
  const { selected } = useView.getState();
  const section = selected && chip.layout?.sections[selected.section];
  if (selected === undefined || section?.kind !== 'mesh') return undefined;
  const column = columnOf(section.mesh, selected.index) + 1;
  const outputs = portsOf(section.mesh, selected.index).map((port) => ({
    section: selected.section,
    column,
    port,
    arm: false,
  }));
  return outputs.find((place) => !hasProbe(place)) ?? outputs[0];
}

export const meshCommands = {
  zoomIn: {
    id: 'zoomIn',
    group: 'View',
    title: () => meshWords.zoomIn,
    keys: '=',
    enabled: isDrawn,
    run: () => chosenStage.get()?.zoom(1.4),
  },
  zoomOut: {
    id: 'zoomOut',
    group: 'View',
    title: () => meshWords.zoomOut,
    keys: '-',
    enabled: isDrawn,
    run: () => chosenStage.get()?.zoom(1 / 1.4),
  },
  probe: {
    id: 'probe',
    group: 'View',
    title: () => {
      const place = probePlace();
      return place && hasProbe(place) ? meshWords.probeAway : meshWords.probe;
    },
    keys: 'p',
    enabled: () => isDrawn() && probePlace() !== undefined,
    run: () => {
      const place = probePlace();
      if (place) toggleProbe(place);
    },
  },
  removeProbes: {
    id: 'removeProbes',
    group: 'View',
    title: () => meshWords.probesAway,
    enabled: () => useProbes.getState().probes.length > 0,
    run: removeProbes,
  },
  saliency: {
    id: 'saliency',
    group: 'View',
    title: () => (useSaliency.getState().isOn ? meshWords.hideSaliency : meshWords.showSaliency),
    keys: 'i',
    enabled: () => useSaliency.getState().isOn || (isDrawn() && canShowSaliency()),
    run: toggleSaliency,
  },
  meshTable: {
    id: 'meshTable',
    group: 'View',
    title: () => (useTable.getState().isOpen ? meshWords.hideTable : meshWords.showTable),
    keys: 'd',
    enabled: always,
    run: () => {
      useView.setState({ screen: 'chip', phoneTab: 'mesh' });
      toggleTable();
    },
  },
  matrix: {
    id: 'matrix',
    group: 'View',
    title: () => meshWords.matrix,
    keys: 'u',
    enabled: always,
    run: () => showDock('matrix'),
  },
} satisfies Record<string, Command>;
