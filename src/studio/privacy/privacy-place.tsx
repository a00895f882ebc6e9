import { lazy, Suspense } from 'react';
import { usePrivacy } from './privacy-store';

const PrivacyDialog = lazy(async () => ({ default: (await import('./privacy-dialog')).PrivacyDialog }));
const ConsentDialog = lazy(async () => ({ default: (await import('./consent-dialog')).ConsentDialog }));

/** The windows about privacy that are open. */
export function PrivacyPlace() {
  const { isOpen, isAsking } = usePrivacy();
  return (
    <Suspense>
      {isOpen && <PrivacyDialog />}
      {isAsking && <ConsentDialog />}
    </Suspense>
  );
}
