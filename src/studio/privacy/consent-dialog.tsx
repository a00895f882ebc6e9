import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../parts/button';
import '../styles/documents.css';
import { privacyWords } from '../words/privacy';
import { answer } from './consent';

/** Asks once whether a third party may be asked. Closing it is no. */
export function ConsentDialog() {
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && answer(false)}
    >
      <Modal className="window" data-size="small">
        <Dialog className="window-dialog">
          <div className="window-head">
            <Heading slot="title">{privacyWords.consent.title}</Heading>
          </div>
          <div className="window-body">
            <p>{privacyWords.consent.question}</p>
            <div className="window-actions">
              <Button onPress={() => answer(false)}>{privacyWords.consent.no}</Button>
              <Button kind="primary" onPress={() => answer(true)}>
                {privacyWords.consent.yes}
              </Button>
            </div>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
