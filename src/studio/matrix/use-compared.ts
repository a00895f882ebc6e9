import { useEffect, useState } from 'react';
import { Lamp } from '../desk/lamp';
import { chip } from '../state/chip';
import { useChipVersion } from '../state/use-chip';
import type { Target } from '../program/target';
import { targetOf } from '../program/target';
import { useProgram } from '../program/program-store';
import type { Compared, Comparison } from './compare';
import { compare } from './compare';
import { useMatrix } from './matrix-store';

/** Least time between two matrices, and the share of it that is spent on them. */
const REST_MS = 120;

/** The chosen matrix of the chip on screen, kept up to date while anything is shown. */
export function useCompared(): {
  readonly target: Target | undefined;
  readonly compared: Compared | undefined;
} {
  useChipVersion();
  const { layer, part, reference, saved } = useMatrix();
  const wanted = useProgram((state) => state.wanted);
  const [, setCount] = useState(0);
  const [lamp] = useState(
    () =>
      new Lamp<Comparison, Compared>(
        compare,
        () => setCount((count) => count + 1),
        (took) => Math.max(REST_MS, 2 * took),
      ),
  );
  const { network, tile, parameters } = chip;
  const target = network && targetOf(network, tile, layer, part);
  const own = saved?.network === network ? saved?.parameters : undefined;
  useEffect(() => {
    if (network === undefined) return lamp.forget();
    const now = targetOf(network, tile, layer, part);
    if (now) lamp.want({ network, target: now, parameters, reference, saved: own });
  }, [lamp, network, tile, layer, part, parameters, reference, own, wanted]);
  const { answer } = lamp;
  const isOfThis = answer?.of.network === network && answer?.of.target.linear === target?.linear;
  const isSamePart = answer?.of.target.part === target?.part;
  return { target, compared: isOfThis && isSamePart ? answer : undefined };
}
