import type { Fault } from '../lib/fault';
import type { MeshKind } from '../photonics/mesh';
import { sizeFault } from '../photonics/meshes/build-mesh';
import type { Experiment } from './schema';

/** Where an experiment says what kind of mesh it uses, and with which weights. */
interface MeshChoice {
  readonly at: string;
  readonly mesh: MeshKind;
  readonly weights: 'complex' | 'real';
}

function meshChoices({ layers, convolution }: Experiment): readonly MeshChoice[] {
  const ofLayers = layers.map(({ mesh, weights }, index) => ({ at: `layers.${index}`, mesh, weights }));
  return convolution ? [...ofLayers, { at: 'convolution', ...convolution }] : ofLayers;
}

/** What meshes cannot be: sizes that a kind does not come in, and three-splitter cells with real weights. */
export function meshFault(experiment: Experiment): Fault | undefined {
  for (const { at, mesh, weights } of meshChoices(experiment)) {
    const fault = sizeFault(mesh, experiment.modes);
    if (fault) return { ...fault, where: `${at}.mesh` };
    if (mesh === 'three-splitter' && weights === 'real') {
      return {
        code: 'experiment/real-three-splitter',
        message:
          'A three-splitter mesh has no real weights: its fixed couplers turn phases by a quarter wave.',
        fix: 'Choose complex weights or another mesh.',
        where: `${at}.weights`,
      };
    }
  }
  return undefined;
}
