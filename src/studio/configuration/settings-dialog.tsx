import { X } from 'lucide-react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from '../parts/button';
import '../styles/documents.css';
import '../styles/settings.css';
import { configurationWords as words } from '../words/configuration';
import { closeSettings } from './configuration-store';
import { EffectsPart } from './effects-part';
import { InstallationPart } from './installation-part';
import { LevelPart } from './level-part';

/** How far engines may go, what really holds, and what this installation sets. */
export function SettingsDialog() {
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && closeSettings()}
    >
      <Modal className="window">
        <Dialog className="window-dialog">
          <div className="window-head">
            <Heading slot="title">{words.title}</Heading>
            <IconButton label={words.close} icon={<X />} onPress={closeSettings} />
          </div>
          <div className="window-body settings">
            <div className="settings-engine">
              <LevelPart />
              <EffectsPart />
            </div>
            <InstallationPart />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
