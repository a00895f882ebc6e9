import { create } from 'zustand';
import type { Fault } from '../../lib/fault';
import type { ReadSettings } from '../../settings/read-settings';
import { readSettings } from '../../settings/read-settings';
import { configurationWords } from '../words/configuration';

/** Put in by the build: the variables of its environment, as they were written. */
declare const __BUILT_SETTINGS__: Readonly<Record<string, string>> | undefined;

const BUILT = typeof __BUILT_SETTINGS__ === 'object' ? __BUILT_SETTINGS__ : {};

interface Configuration extends ReadSettings {
  readonly isOpen: boolean;
}

/** What is set here, and whether its window is open. */
export const useConfiguration = create<Configuration>()(() => ({
  ...readSettings({ build: BUILT }),
  isOpen: false,
}));

/** Takes over the file beside the page; undefined: there is none. Returns what of it cannot be used. */
export function takeFile(text: string | undefined): readonly Fault[] {
  const file = text === undefined ? undefined : parsed(text);
  const read = readSettings({ build: BUILT, file });
  useConfiguration.setState(read);
  return read.faults;
}

/** A text that is no JSON is passed on as it is, so that the reading says what is wrong with it. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return configurationWords.notJson;
  }
}

export function openSettings(): void {
  useConfiguration.setState({ isOpen: true });
}

export function closeSettings(): void {
  useConfiguration.setState({ isOpen: false });
}

/**
 * Idle seconds after which a person is signed out: what is set here, else what the cloud's own configuration says.
 */
export function sessionTimeoutOf(cloud: { readonly sessionTimeout: number }): number {
  const { settings, origins } = useConfiguration.getState();
  return origins.PHOTONIC_SESSION_TIMEOUT === 'default'
    ? cloud.sessionTimeout
    : settings.PHOTONIC_SESSION_TIMEOUT;
}
