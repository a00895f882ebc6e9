import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { lazy, Suspense } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from '../parts/button';
import '../styles/documents.css';
import { documentWords } from '../words/documents';
import { openDialog, useDocument } from './document-store';
import { SaveVersionDialog } from './save-version-dialog';

const DocumentsDialog = lazy(async () => ({
  default: (await import('./documents-dialog')).DocumentsDialog,
}));
const VersionsDialog = lazy(async () => ({ default: (await import('./versions-dialog')).VersionsDialog }));
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
    </Suspense>
  );
}

/** A window over the page with its title, closed by Escape, a click beside it, or its cross. */
export function Window(props: {
  readonly title: string;
  readonly children: ReactNode;
  readonly size?: 'small' | 'large';
}) {
  const close = (): void => openDialog(undefined);
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && close()}>
      <Modal className="window" data-size={props.size ?? 'large'}>
        <Dialog className="window-dialog">
          <div className="window-head">
            <Heading slot="title">{props.title}</Heading>
            <IconButton label={documentWords.list.close} icon={<X />} onPress={close} />
          </div>
          {props.children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
