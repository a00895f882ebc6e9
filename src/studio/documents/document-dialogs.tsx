import { lazy, Suspense } from 'react';
import { useDocument } from './document-store';
import { SaveVersionDialog } from './save-version-dialog';

const DocumentsDialog = lazy(async () => ({
  default: (await import('./documents-dialog')).DocumentsDialog,
}));
const VersionsDialog = lazy(async () => ({ default: (await import('./versions-dialog')).VersionsDialog }));
const SaveModelDialog = lazy(async () => ({
  default: (await import('../models/save-model-dialog')).SaveModelDialog,
}));
const StorageDialog = lazy(async () => ({ default: (await import('./storage-dialog')).StorageDialog }));

/** The dialog about documents that is open. */
export function DocumentDialogs() {
  const dialog = useDocument((state) => state.dialog);
  return (
    <Suspense>
      {dialog === 'documents' && <DocumentsDialog />}
      {dialog === 'versions' && <VersionsDialog />}
      {dialog === 'storage' && <StorageDialog />}
      {dialog === 'save-version' && <SaveVersionDialog />}
      {dialog === 'save-model' && <SaveModelDialog />}
    </Suspense>
  );
}
