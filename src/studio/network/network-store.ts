import { create } from 'zustand';

/** A part of the network in the order of light; `block` is a layer, or a stage of a convolution. */
export type NetworkPart =
  | { readonly kind: 'encoder' }
  | { readonly kind: 'block'; readonly index: number }
  | { readonly kind: 'readout' };

/** What is chosen in the network, and a size that is being dragged but not taken yet; forgotten with the page. */
interface NetworkView {
  readonly chosen: NetworkPart | undefined;
  readonly draft: number | undefined;
}

export const useNetwork = create<NetworkView>()(() => ({ chosen: undefined, draft: undefined }));

export function choosePart(chosen: NetworkPart | undefined): void {
  useNetwork.setState({ chosen });
}
