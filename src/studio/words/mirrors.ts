import { THIN } from '../format/si';

/** Words of the question that comes before data are fetched from another server. */
export const mirrorWords = {
  region: 'Question about data',
  question: (dataset: string, host: string): string => `Fetch ${dataset} from ${host}?`,
  note: (megabytes: number, others: readonly string[]): string => {
    const size = `They are neither on this device nor on this server. About ${megabytes}${THIN}MB, fetched once, verified and kept on this device.`;
    const rest = others.length === 0 ? '' : ` If that server does not answer: ${others.join(', then ')}.`;
    const seen = 'Such servers see your network address and nothing else of you.';
    return `${size}${rest} ${seen} Your leave holds for all public data sets until you change it under Privacy.`;
  },
  fetch: 'Fetch',
  generated: 'Use generated data instead',
  commands: {
    fetch: 'Fetch the data set from a public server',
    toggle: (isOn: boolean): string =>
      isOn
        ? 'Fetch no more data sets from other servers'
        : 'Let public data sets be fetched from other servers',
  },
} as const;
