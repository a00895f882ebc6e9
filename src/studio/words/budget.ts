/** Words of the chip's budget, by the part that shows them. */
export const budgetWords = {
  budget: {
    latency: 'Latency',
    opticalLoss: 'Optical loss',
    detectors: 'Detectors',
    electricalPower: 'Electrical power',
    energyPerAnswer: 'Energy per answer',
    footprint: 'Footprint',
    theNetworkIsBeingLaid: 'The network is being laid out…',
    budgetOfTheChipModelled: 'Budget of the chip, modelled',
  },
  components: {
    reset: (name: string, value: string, unit: string) => `Reset ${name} to ${value} ${unit}`,
    constants: 'Constants',
  },
  detector: {
    tooDark: (power: number) => `Too little light: the photodiode needs ${power} dBm.`,
    title: (bits: string) => `${bits} effective bits, modelled`,
    snrI2qIB4kTBR: 'SNR = I² / (2qIB + 4kTB/R), 50 Ω at 300 K',
    lightAtADetector: 'Light at a detector',
    photocurrent: 'Photocurrent',
    bandwidth: 'Bandwidth',
    signalToNoise: 'Signal to noise',
    dB: 'dB',
    effectiveBits: 'Effective bits',
  },
  energy: {
    title: (energy: string) => `${energy} per answer, modelled`,
    powerRatePasses: 'power / rate × passes',
    powerRateOneAnswerIs: 'power / rate: one answer is one pass of light',
    multiplicationsAreThoseOfThe:
      'Multiplications are those of the network’s real matrices: what tiles compute beyond a matrix’s edge is paid for but not counted. Setting phases anew between tiles is not in it.',
    multiplicationsAsAnElectronicChip:
      'Multiplications as an electronic chip would count them: four real ones for each complex one of every N × N matrix.',
    electricalPower: 'Electrical power',
    samplesASecond: 'Samples a second',
    energyOfAPass: 'Energy of a pass',
    passesPerAnswer: 'Passes per answer',
    energyPerAnswer: 'Energy per answer',
    multiplyAccumulates: 'Multiply-accumulates',
    energyPerMultiplyAccumulate: 'Energy per multiply-accumulate',
    multiplyAccumulatesPerJoule: 'Multiply-accumulates per joule',
  },
  footprint: {
    title: (area: string) => `${area} mm² of meshes, modelled`,
    interferometersAndAttenuators: 'interferometers and attenuators',
    interferometersAndAttenuators2: 'Interferometers and attenuators',
    areaOfOne: 'Area of one',
    mm: 'mm²',
    inAll: 'In all',
  },
  itemTable: {
    part: 'Part',
    inAll: 'In all',
  },
  latency: {
    formula: (platform: string) => `${platform}. t = Σ n_g·L / c + electronics`,
    oneImageIs: 'One image is',
    passesOfLight: 'passes of light,',
    perNanosecondIn: 'per nanosecond, in',
    settingsOfTheChipEach: 'settings of the chip; each pass takes',
    notCountedGivingTheChip:
      'Not counted: giving the chip its next phases, which takes heaters microseconds each time, and the electronics between the stages.',
    modelledLatencyByPart: 'Modelled latency by part',
    part: 'Part',
    flightPs: 'Flight, ps',
    electronicsPs: 'Electronics, ps',
    share: 'Share',
    inAll: 'In all',
  },
  loss: {
    title: (decibels: string) => `${decibels} dB from the laser to a detector, modelled`,
    laser: 'Laser',
    onTheLongestPathIf: 'on the longest path, if all waveguides carry equally much',
    opticalLossByPart: 'Optical loss by part',
    powerLeft: 'Power left',
  },
  networkBudget: {
    theExperimentsLossPerCrossing: 'the experiment’s loss per crossing',
    theExperimentsLossPerCentimetre: 'the experiment’s loss per centimetre',
  },
  power: {
    title: (power: string) => `${power} of electrical power, modelled`,
    whileSamplesStreamThrough: 'while samples stream through',
    electricalPowerByPart: 'Electrical power by part',
  },
  simulatorSpeed: {
    simulatorMeasured: 'Simulator, measured',
    notTheChip: 'not the chip',
    trained: 'Trained',
    devicePerStep: 'Device, per step',
    on: 'On',
    thisIsHowFastYour:
      'This is how fast your device simulates and trains the network. It says nothing about the chip’s speed.',
  },
  tilesOnChip: {
    impossibleFix: (most: number) => `Enter a whole number from 1 to ${most}.`,
    impossible: (count: number) => `A chip of ${count} tiles is not possible.`,
    tilesOnTheChip: 'Tiles on the chip',
    eachHasModulatorsAndReceivers:
      'Each has modulators and receivers of its own; light passes them side by side',
  },
} as const;
