import { create } from 'zustand';
import { toFault } from '../../lib/fault';
import type { SaliencyRequest } from '../desk/desk';
import { askAbout } from '../desk/desk.client';
import { Lamp } from '../desk/lamp';
import { chip } from '../state/chip';
import { notify } from '../state/notify';
import { awaiting } from '../state/run-store';
import type { Saliency } from './saliency';

interface SaliencyState {
  readonly isOn: boolean;
  /** Undefined follows the answer. */
  readonly ofClass: number | undefined;
  readonly found: Saliency | undefined;
}

export const useSaliency = create<SaliencyState>()(() => ({
  isOn: false,
  ofClass: undefined,
  found: undefined,
}));

/** Between two computations, at least as long as one takes. */
const REST_MS = 100;

const lamp = new Lamp<SaliencyRequest, Saliency>(
  ({ plan, ...request }) => awaiting(askAbout(plan, (desk) => desk.saliency(request))),
  () => useSaliency.setState(({ isOn }) => (isOn ? { found: lamp.answer } : {})),
  (took) => Math.max(REST_MS, took),
);

let asked: readonly unknown[] = [];

/** Computes it anew where the chip, its light or the class has changed. */
function follow(): void {
  const { isOn, ofClass } = useSaliency.getState();
  const { network, parameters, fields, step } = chip;
  if (!isOn || network?.kind !== 'coherent' || fields === undefined) return;
  const wanted = ofClass ?? chip.readings()?.answer;
  const now = [network, parameters, fields, wanted];
  if (wanted === undefined || now.every((part, i) => part === asked[i])) return;
  if (asked[0] !== network) {
    lamp.forget();
    useSaliency.setState({ found: undefined });
  }
  asked = now;
  lamp.want({ plan: network, parameters, fields, step, ofClass: Math.min(wanted, network.classes - 1) });
}

let stop: (() => void) | undefined;

/** Only chips of coherent layers have such an overlay: behind a convolution's tiles electronics computes. */
export function canShowSaliency(): boolean {
  return chip.network?.kind === 'coherent';
}

export function toggleSaliency(): void {
  if (stop) return hideSaliency();
  useSaliency.setState({ isOn: true });
  stop = chip.subscribe(() => {
    try {
      follow();
    } catch (thrown) {
      const fault = toFault(thrown);
      hideSaliency();
      notify('error', fault.message, { description: fault.fix });
    }
  });
  follow();
}

/** Hides it, and goes back to the class that is answered. */
export function hideSaliency(): void {
  stop?.();
  stop = undefined;
  asked = [];
  lamp.forget();
  useSaliency.setState({ isOn: false, ofClass: undefined, found: undefined });
}

export function chooseSaliencyClass(ofClass: number | undefined): void {
  useSaliency.setState({ ofClass });
  follow();
}
