/** Words of the health page. */
export const healthWords = {
  title: 'Health',
  command: 'Health of this browser',
  intro: 'What this browser offers the studio, and what to do where it offers less.',
  built: (version: string, commit: string) =>
    `Version ${version}${commit === '' ? '' : `, commit ${commit}`}`,
  checking: 'Looking …',
  kinds: { good: 'Good', note: 'Note', bad: 'Trouble' },
  again: 'Look again',
  copy: 'Copy as text',
  copied: 'Copied',
  notCopied: 'The browser did not allow it',
  studio: 'Open the studio',
  privacy: 'Privacy',
  adapter: {
    name: 'Computing',
    software: (label: string) =>
      `${label}. There is no graphics device that this browser lets the studio use.`,
    softwareFix: 'Everything works. For more speed turn on hardware acceleration in the browser’s settings.',
    none: 'Nothing here can train.',
    noneFix: 'Use a current Chrome, Edge, Firefox or Safari.',
  },
  isolation: {
    name: 'Threads',
    good: (cores: number) => `${cores} cores, with shared memory.`,
    bad: 'No shared memory, so that training runs on one thread and clocks are coarse.',
    badFix:
      'Open the studio in a tab of its own, not in a frame. If it is one, its server does not send the headers in docs/cloud.md.',
  },
  storage: {
    name: 'Storage',
    kept: 'Work is saved, and the browser does not remove it by itself.',
    saved: 'Work is saved. The browser may remove it when the disk is full.',
    savedFix:
      'Install the studio or bookmark it: browsers keep the data of such pages. Export what you need.',
    refused: 'This window saves nothing.',
    refusedFix:
      'Private windows refuse storage. Use an ordinary one, or export your work before you close it.',
  },
  quota: {
    name: 'Room',
    good: (used: string, all: string) => `${used} used of ${all}.`,
    short: (used: string, all: string) => `Nearly full: ${used} used of ${all}.`,
    shortFix: 'Open the studio and choose “Free some room” in the list of commands.',
    unknown: 'The browser does not say how much there is.',
  },
  data: {
    name: 'Data sets',
    kept: (files: number, size: string) =>
      files === 1
        ? `One original file (${size}) is kept on this device.`
        : `${files} original files (${size}) are kept on this device.`,
    none: 'None are kept yet. One is fetched when it is first used, from other servers only after you agreed.',
    noneFix: 'Without a network, drop the original files onto the page or use generated data.',
  },
  offline: {
    name: 'Without a network',
    good: 'The page is kept and opens without a network.',
    waiting: 'The page is not kept yet. The studio does that a few seconds after it is opened.',
    none: 'This browser does not keep the page for use without a network.',
    noneFix: 'Private windows and pages without HTTPS do not allow it. Use an ordinary window.',
  },
  cloud: {
    name: 'Cloud',
    none: 'None is configured. The studio is complete without.',
    unasked: (project: string) => `Configured for the project ${project}; not asked yet.`,
    ask: 'Ask now',
    asking: 'Asking …',
    good: (project: string, time: string) => `The project ${project} answers after ${time}.`,
    bad: (project: string) => `The project ${project} does not answer.`,
    badFix: 'Check the network. Your work is saved here and is sent later.',
    broken: (problems: string) => `Its configuration cannot be used: ${problems}.`,
    brokenFix: 'Correct firebase.config.json beside the page; docs/cloud.md describes it.',
  },
} as const;
