export { packRows, packTransposed, gemm, transpose } from './gemm';
export { coefficients, propagate, unpropagate, phaseGradient } from './mesh';
export { setIdentity, shiftRows, attenuateRows, rowPhaseGradient, attenuatorGradient } from './matrix';
export { activate, activateBackward } from './activate';
export { loss } from './loss';
export { gather } from './sample';
export { adam, sgd, norm, multiplyAddPeak } from './optimise';
