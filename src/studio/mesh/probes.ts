import { create } from 'zustand';
import type { WaveguideRef } from './waveguides';
import { sameWaveguide } from './waveguides';

/** Most probes that are kept: one more takes the oldest away. */
const MOST = 12;

export interface Probe {
  /** Counts the probes ever set, so that each keeps its number. */
  readonly id: number;
  readonly at: WaveguideRef;
}

/** Probes on waveguides: they belong to the view, and read whatever light is there. */
export const useProbes = create<{ readonly probes: readonly Probe[]; readonly next: number }>()(() => ({
  probes: [],
  next: 1,
}));

/** Sets a probe, or takes the one that is there away. */
export function toggleProbe(at: WaveguideRef): void {
  const { probes, next } = useProbes.getState();
  const there = probes.find((probe) => sameWaveguide(probe.at, at));
  if (there) return removeProbe(there.id);
  const free = probes.length === 0 ? 1 : next;
  useProbes.setState({ probes: [...probes, { id: free, at }].slice(-MOST), next: free + 1 });
}

export function removeProbe(id: number): void {
  useProbes.setState(({ probes }) => ({ probes: probes.filter((probe) => probe.id !== id) }));
}

export function removeProbes(): void {
  useProbes.setState({ probes: [] });
}

export function hasProbe(at: WaveguideRef): boolean {
  return useProbes.getState().probes.some((probe) => sameWaveguide(probe.at, at));
}
