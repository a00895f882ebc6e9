import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { RETENTION } from '../../cloud/privacy/retention-range';
import { fail, ok } from '../../lib/result';
import type { Result } from '../../lib/result';
import { toFault } from '../../lib/fault';
import type { Fault } from '../../lib/fault';
import { cloudConfig } from '../account/cloud-door';
import { FaultLine } from '../account/fault-line';
import { IconButton } from '../parts/button';
import { NumberEntry } from '../parts/number-entry';
import { Toggle } from '../parts/toggle';
import { setMirrors } from '../state/mirrors';
import { notify } from '../state/notify';
import { usePreferences } from '../state/preferences';
import '../styles/documents.css';
import '../styles/privacy.css';
import { privacyWords as words } from '../words/privacy';
import { answer, needsConsent } from './consent';
import { ErasePart } from './erase-part';
import { ExportPart } from './export-part';
import { closePrivacy, usePrivacyChoices } from './privacy-store';
import { setRetention } from './retention';

/** What is kept of a person, for how long, all of it in one file, and all of it gone. */
export function PrivacyDialog() {
  const hasAppCheck = useHasAppCheck();
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && closePrivacy()}
    >
      <Modal className="window" data-size="small">
        <Dialog className="window-dialog">
          <div className="window-head">
            <Heading slot="title">{words.title}</Heading>
            <IconButton label={words.close} icon={<X />} onPress={closePrivacy} />
          </div>
          <div className="window-body privacy">
            <p>
              {words.intro}{' '}
              <a href="/privacy.html" target="_blank" rel="noreferrer">
                {words.page}
              </a>
            </p>
            <KeepPart />
            <MirrorsPart />
            {hasAppCheck && <ConsentPart />}
            <ExportPart />
            <ErasePart />
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function KeepPart() {
  const days = usePrivacyChoices((state) => state.retentionDays);
  const [fault, setFault] = useState<Fault>();
  const commit = (wanted: number): Result<unknown> => {
    const { least, most } = RETENTION;
    if (!Number.isInteger(wanted) || wanted < least || wanted > most)
      return fail({ code: 'privacy/days', ...words.keep.range(least, most) });
    if (wanted === days) return ok(wanted);
    setFault(undefined);
    setRetention(wanted).then(
      () => notify('success', words.keep.saved(words.keep.days(wanted)), { id: 'retention' }),
      (thrown: unknown) => setFault(toFault(thrown)),
    );
    return ok(wanted);
  };
  return (
    <section>
      <h3>{words.keep.title}</h3>
      <div className="privacy-days">
        <NumberEntry label={words.keep.label} value={days} unit={words.keep.unit} onCommit={commit} />
      </div>
      <p className="muted small">{words.keep.note}</p>
      <FaultLine fault={fault} />
    </section>
  );
}

function MirrorsPart() {
  const isGiven = usePreferences((state) => state.mirrors);
  return (
    <section>
      <h3>{words.mirrors.title}</h3>
      <Toggle label={words.mirrors.label} isOn={isGiven} onChange={setMirrors} />
      <p className="muted small">{words.mirrors.note}</p>
    </section>
  );
}

function ConsentPart() {
  const isGiven = usePrivacyChoices((state) => state.appCheck === 'given');
  return (
    <section>
      <h3>{words.consent.title}</h3>
      <Toggle label={words.consent.label} isOn={isGiven} onChange={answer} />
      <p className="muted small">{words.consent.note}</p>
    </section>
  );
}

function useHasAppCheck(): boolean {
  const [has, setHas] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    void cloudConfig().then((config) => {
      if (isCurrent) setHas(config !== undefined && needsConsent(config));
    });
    return () => {
      isCurrent = false;
    };
  }, []);
  return has;
}
