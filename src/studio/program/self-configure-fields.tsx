import { useState } from 'react';
import type { Fault } from '../../lib/fault';
import { toFault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail, ok } from '../../lib/result';
import type { SelfConfigured } from '../../photonics/programming/self-configure';
import { askDesk } from '../desk/desk.client';
import { formatCount } from '../format/si';
import { Button } from '../parts/button';
import { NumberEntry } from '../parts/number-entry';
import { currentExperiment } from '../state/experiment-store';
import { editParameters } from '../state/phase-edit';
import { awaiting } from '../state/run-store';
import { useProgram } from './program-store';
import { programWords } from '../words/program';
import { formatResidual } from './format-residual';
import { meshChanges } from './set-phases';
import type { Target } from './target';

/** Most readings that are averaged: a setting of a large mesh then takes minutes. */
const MOST_REPEATS = 1000;

const words = programWords.configuring;

/** A triangular mesh sets itself to the wanted matrix from measured powers, without knowing its errors. */
export function SelfConfigureFields({ target }: { readonly target: Target }) {
  const [noise, setNoise] = useState(0);
  const [repeats, setRepeats] = useState(1);
  const [result, setResult] = useState<SelfConfigured>();
  const [fault, setFault] = useState<Fault>();
  const [isBusy, setBusy] = useState(false);
  const wanted = useProgram((state) => state.wanted);
  const [mesh] = target.meshes;
  if (mesh === undefined || wanted === undefined) return null;
  const run = async (): Promise<void> => {
    setBusy(true);
    const configured = await configure(target, noise, repeats);
    setBusy(false);
    setFault(configured.ok ? undefined : configured.fault);
    setResult(configured.ok ? configured.value : undefined);
    if (configured.ok) editParameters(meshChanges(mesh, configured.value.phases));
  };
  return (
    <>
      <p className="field-note">{words.note}</p>
      <div className="field-row">
        <NumberEntry
          label={words.noise}
          step={0.001}
          value={noise}
          hint={words.noiseHint}
          onCommit={(value) => keep(value, 0, 1, setNoise, 'noise')}
        />
        <NumberEntry
          label={words.repeats}
          value={repeats}
          hint={words.repeatsHint}
          onCommit={(value) => keep(Math.round(value), 1, MOST_REPEATS, setRepeats, 'readings')}
        />
      </div>
      {fault && (
        <p className="field-error" role="alert">
          {programWords.faultText(fault.message, fault.fix)}
        </p>
      )}
      {result && (
        <dl className="facts" aria-label={words.facts}>
          <dt>{words.readings}</dt>
          <dd>{formatCount(result.measurements)}</dd>
          <dt>{words.residual}</dt>
          <dd>{formatResidual(result.residual)}</dd>
        </dl>
      )}
      <Button isDisabled={isBusy} onPress={() => void run()}>
        {isBusy ? words.measuring : words.run}
      </Button>
    </>
  );
}

async function configure(target: Target, sigma: number, repeats: number): Promise<Result<SelfConfigured>> {
  const { wanted } = useProgram.getState();
  const { flaws, topology } = target.meshes[0] ?? target.linear.mesh;
  if (wanted?.rows !== topology.modes || wanted.columns !== topology.modes)
    return fail(wrongSize(topology.modes));
  const request = {
    size: topology.modes,
    target: wanted.planes,
    flaws,
    noise: sigma > 0 ? { sigma, seed: currentExperiment().seed } : undefined,
    repeats,
  };
  try {
    return await awaiting(
      askDesk(async (desk): Promise<Result<SelfConfigured>> => desk.selfConfigure(request)),
    );
  } catch (thrown) {
    return fail(toFault(thrown));
  }
}

function keep(
  value: number,
  low: number,
  high: number,
  set: (value: number) => void,
  where: string,
): Result<number> {
  if (!(value >= low && value <= high)) {
    return fail({
      code: 'studio/out-of-range',
      message: words.outOfRange(value),
      fix: words.outOfRangeFix(low, high),
      where,
    });
  }
  set(value);
  return ok(value);
}

function wrongSize(modes: number): Fault {
  return {
    code: 'studio/self-configure-size',
    message: words.wrongSize(modes),
    fix: words.wrongSizeFix(modes),
    where: 'matrix',
  };
}
