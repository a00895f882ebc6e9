import { mayLeaveBrowser } from '../documents/classified-documents';
import { useExchange } from '../exchange/exchange-store';
import { chip } from '../state/chip';
import { chooseFiles } from '../state/offer-files';
import { exchangeWords } from '../words/exchange';
import type { Command } from './command';
import { always } from './command';

export const exchangeCommands = {
  openFile: {
    id: 'openFile',
    group: 'Work',
    title: () => exchangeWords.open,
    keys: '$mod+o',
    enabled: always,
    run: chooseFiles,
  },
  export: {
    id: 'export',
    group: 'Work',
    title: () => exchangeWords.export,
    keys: '$mod+e',
    enabled: () => chip.network !== undefined,
    run: () => {
      if (mayLeaveBrowser()) useExchange.setState({ exportOpen: true });
    },
  },
} satisfies Record<string, Command>;
