import { useEffect, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button } from '../parts/button';
import '../styles/account.css';
import '../styles/documents.css';
import { accountWords } from '../words/account';
import { staySignedIn } from './idle';
import { endSession } from './session';

/** Asks whether somebody is there, with the time that is left; whatever closes it but leaving means yes. */
export function SessionWarning({ endsAt }: { readonly endsAt: number }) {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const { title, text, left, stay, leave } = accountWords.warning;
  const seconds = Math.max(0, Math.ceil((endsAt - now) / 1000));
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && staySignedIn()}
    >
      <Modal className="window account-window" data-size="small">
        <Dialog role="alertdialog" className="window-dialog">
          <div className="window-head">
            <Heading slot="title">{title}</Heading>
          </div>
          <div className="window-body">
            <p>{text}</p>
            <p className="account-left tabular" role="timer">
              {left(seconds)}
            </p>
            <div className="window-actions">
              <Button onPress={() => void endSession(undefined)}>{leave}</Button>
              <button
                type="button"
                className="button button-primary"
                autoFocus
                onClick={() => staySignedIn()}
              >
                {stay}
              </button>
            </div>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
