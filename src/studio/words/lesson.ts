/** Words of the lessons and of a first visit. Each step at most 60 words. */
export const lessonWords = {
  lessons: {
    tour: {
      title: 'From one interferometer to a network',
      note: 'Turn a phase, program a matrix, train a chip, break it and repair it.',
    },
    depth: {
      title: 'Why depth needs a nonlinearity',
      note: 'Three meshes in a row, without and with an activation between them.',
    },
  },
  steps: {
    interferometer: {
      title: 'Light through one interferometer',
      text: 'Two waveguides meet at a coupler, part, and meet again. The phase θ between decides where light leaves. Turn the θ disc, or type an angle, and watch the split.',
      done: 'θ moved the light: 0 crosses over, π stays, anything between divides it.',
    },
    matrix: {
      title: 'A mesh is a matrix',
      text: 'Six interferometers on four waveguides make any unitary matrix of four. The Fourier matrix is chosen under Program: set its phases, without any training.',
      done: 'The mesh now is the Fourier matrix. Light computes it in passing.',
    },
    train: {
      title: 'Train it on vowels',
      text: 'Where no matrix is known, training finds one. Three meshes with nonlinearities between them learn six vowels from pitch and formants. Press Train and wait for 90 % on talkers it never heard.',
      done: 'Learnt, and measured on talkers that training never heard.',
    },
    break: {
      title: 'Break it',
      text: 'Real couplers do not split 50:50. Under Hardware, unfold Fabrication, switch on the splitter error, enter 0.2 rad, and choose “Keep the phases”: the same phases on a worse die.',
      done: 'Same phases, another die: look what became of the accuracy.',
    },
    fix: {
      title: 'Repair it',
      text: 'The die cannot be changed, but its phases can. Train again: training now sees this die’s errors and finds phases that live with them.',
      done: 'The faulty chip works. That is training through imperfections.',
    },
    linear: {
      title: 'Three meshes without an activation',
      text: 'These three meshes have nothing between them. One matrix after another is still one matrix. Press Train and note the accuracy it ends with.',
      done: 'As far as one matrix gets. Remember the accuracy.',
    },
    activation: {
      title: 'Put something between them',
      text: 'Under Layers, choose a nonlinearity for the first two meshes: electro-optic, for one. Part of the light is measured and sets a phase for the rest.',
      done: 'The network is no longer one matrix.',
    },
    deep: {
      title: 'Train again',
      text: 'Same meshes, same digits, same number of steps. Press Train and compare.',
      done: 'Compare both runs side by side on the Runs screen.',
    },
  },
  label: (title: string): string => `Lesson: ${title}`,
  position: (step: number, of: number): string => `Step ${step} of ${of}`,
  next: 'Next',
  skip: 'Skip',
  finish: 'Finish',
  back: 'Back',
  doIt: 'Do it for me',
  close: 'Close the lesson',
  elsewhere: 'This step is about another experiment.',
  reopen: 'Open it',
  start: 'Start',
  goOn: (step: number): string => `Go on with step ${step}`,
  again: 'Take it again',
  length: (count: number): string => `${count} steps`,
  finished: 'finished',
  commands: {
    tour: 'Take the tour: five steps',
    depth: 'Lesson: why depth needs a nonlinearity',
    next: 'Lesson: next step',
    back: 'Lesson: step back',
    doIt: 'Lesson: do this step for me',
    reopen: 'Lesson: open this step’s experiment',
  },
} as const;
