import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from '../parts/button';
import '../styles/documents.css';
import { documentWords } from '../words/documents';
import { openDialog } from './document-store';

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
