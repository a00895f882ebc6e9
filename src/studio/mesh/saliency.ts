/** How much the chosen class's logit changes with each phase, for the chosen sample. */
export interface Saliency {
  readonly ofClass: number;
  readonly logit: number;
  /** By every parameter: dlogit/dparameter. */
  readonly gradient: Float64Array;
  /** Largest |dlogit/dθ| of any interferometer. */
  readonly largest: number;
}
