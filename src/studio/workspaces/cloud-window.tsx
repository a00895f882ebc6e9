import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { Fault } from '../../lib/fault';
import { Button, IconButton } from '../parts/button';
import '../styles/documents.css';
import '../styles/workspaces.css';
import { workspaceWords } from '../words/workspaces';

/** A window over the page, closed by Escape, a click beside it, or its cross. */
export function CloudWindow(props: {
  readonly title: string;
  readonly size?: 'small' | 'large';
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { title, size = 'large', onClose, children } = props;
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="window" data-size={size}>
        <Dialog className="window-dialog">
          <div className="window-head">
            <Heading slot="title">{title}</Heading>
            <IconButton label={workspaceWords.close} icon={<X />} onPress={onClose} />
          </div>
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

/** What went wrong and what to do, with a way to try again. */
export function FaultNote(props: { readonly fault: Fault; readonly onRetry?: () => void }) {
  const { fault, onRetry } = props;
  return (
    <div className="fault-note" role="alert">
      <p>
        <strong>{fault.message}</strong> {fault.fix}
      </p>
      {onRetry && <Button onPress={onRetry}>{workspaceWords.tryAgain}</Button>}
    </div>
  );
}
