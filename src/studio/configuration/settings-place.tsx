import { lazy, Suspense } from 'react';
import { useConfiguration } from './configuration-store';

const SettingsDialog = lazy(async () => ({ default: (await import('./settings-dialog')).SettingsDialog }));

/** The window of the settings, while it is open. */
export function SettingsPlace() {
  const isOpen = useConfiguration((state) => state.isOpen);
  return <Suspense>{isOpen && <SettingsDialog />}</Suspense>;
}
