/** The parts of an interferometer's cell, as fractions of its width: bend in, coupler, arms, coupler, bend out. */
export const CELL = { straight: 0.02, coupler: 0.29, middle: 0.325, arms: 0.45 } as const;

/** The same for a fixed coupler. */
export const COUPLER = { straight: 0.02, coupler: 0.44 } as const;

/** Distance of the arms from the cell's middle, and half the gap in a coupler, in waveguide pitches. */
export const ARM = 0.23;
export const GAP = 0.03;
