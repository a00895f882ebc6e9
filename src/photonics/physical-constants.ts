/** Elementary charge, coulomb (exact, SI 2019). */
export const ELEMENTARY_CHARGE = 1.602176634e-19;

/** Boltzmann's constant, joule per kelvin (exact, SI 2019). */
export const BOLTZMANN = 1.380649e-23;
