import { lazy, Suspense } from 'react';
import { useStrayError } from '../state/stray-errors';
import { useCrash } from './crash-notice-store';
import { useDocument } from './document-store';
import { useRoom } from './room-store';

const SafetyBars = lazy(async () => ({ default: (await import('./safety-bars')).SafetyBars }));
const DocumentDialogs = lazy(async () => ({
  default: (await import('./document-dialogs')).DocumentDialogs,
}));

/** What the person should know about the safety of the work, above everything else; mostly nothing. */
export function Safety() {
  const isReader = useDocument((state) => state.role === 'reader');
  const isOpen = useDocument((state) => state.dialog !== undefined);
  const isStray = useStrayError((state) => state.fault !== undefined);
  const isBack = useCrash((state) => state.mark !== undefined);
  const isShort = useRoom((state) => state.isShort && !state.isDismissed);
  return (
    <Suspense>
      {(isReader || isStray || isBack || isShort) && <SafetyBars />}
      {isOpen && <DocumentDialogs />}
    </Suspense>
  );
}
