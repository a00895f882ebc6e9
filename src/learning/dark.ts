/** Smallest total power that is divided by; below it the readout is dark. */
export const DARK = 1e-20;
