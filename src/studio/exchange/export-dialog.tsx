import { ClipboardCopy, Download, ExternalLink, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Dialog, Heading, ListBox, ListBoxItem, Modal, ModalOverlay, Text } from 'react-aria-components';
import type { Fault } from '../../lib/fault';
import { toFault } from '../../lib/fault';
import type { Result } from '../../lib/result';
import { fail } from '../../lib/result';
import { Button, IconButton } from '../parts/button';
import { currentExperiment } from '../state/experiment-store';
import { notify } from '../state/notify';
import { awaiting } from '../state/run-store';
import { exportWords } from '../words/export';
import { DriveFields, platformDrive } from './drive-fields';
import { closeExport } from './exchange-store';
import type { ExportContext } from './export-context';
import { exportContext } from './export-context';
import type { ExportKind } from './export-kinds';
import { EXPORT_KINDS, exportFile } from './export-kinds';
import type { ExportFile } from './file-preview';
import { PreviewPane } from './preview-pane';
import { saveFile } from './save-file';
import '../styles/exchange.css';

/** Files of what is on screen, each shown before it is saved. */
export function ExportDialog() {
  const [kind, setKind] = useState<ExportKind>('experiment');
  const [experiment] = useState(currentExperiment);
  const [drive, setDrive] = useState(() => platformDrive(experiment));
  const made = useExport(kind, drive);
  const file = made?.ok === true ? made.value : undefined;
  return (
    <ModalOverlay
      className="overlay"
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && closeExport()}
    >
      <Modal className="sheet exchange-sheet exchange-sheet-wide">
        <Dialog className="sheet-dialog">
          <div className="sheet-head">
            <Heading slot="title">{exportWords.title}</Heading>
            <IconButton label={exportWords.close} icon={<X />} onPress={closeExport} />
          </div>
          <div className="export-body">
            <Kinds kind={kind} onChange={setKind} />
            <div className="export-preview" role="group" aria-label={exportWords.preview} tabIndex={0}>
              {kind === 'phases' && <DriveFields experiment={experiment} drive={drive} onChange={setDrive} />}
              {made === undefined && <p className="muted">{exportWords.preparing}</p>}
              {made?.ok === false && <FaultText fault={made.fault} />}
              {file && <PreviewPane file={file} />}
            </div>
          </div>
          <div className="exchange-foot export-foot">
            {file?.preview.kind === 'text' && (
              <Button kind="quiet" onPress={() => void copy(file)}>
                <ClipboardCopy aria-hidden />
                {exportWords.copy}
              </Button>
            )}
            {file?.preview.kind === 'page' && (
              <Button kind="quiet" onPress={() => openPage(file)}>
                <ExternalLink aria-hidden />
                {exportWords.openReport}
              </Button>
            )}
            <Button kind="primary" isDisabled={file === undefined} onPress={() => save(file)}>
              <Download aria-hidden />
              {exportWords.save}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Kinds(props: { readonly kind: ExportKind; readonly onChange: (kind: ExportKind) => void }) {
  return (
    <ListBox
      className="export-list"
      aria-label={exportWords.formats}
      selectionMode="single"
      disallowEmptySelection
      autoFocus
      selectedKeys={[props.kind]}
      onSelectionChange={(keys) => {
        const chosen = EXPORT_KINDS.find((id) => keys !== 'all' && keys.has(id));
        if (chosen !== undefined) props.onChange(chosen);
      }}
    >
      {EXPORT_KINDS.map((id) => (
        <ListBoxItem key={id} id={id} className="export-item" textValue={exportWords.kinds[id].name}>
          <Text slot="label">{exportWords.kinds[id].name}</Text>
          <Text slot="description" className="muted small">
            {exportWords.kinds[id].note}
          </Text>
        </ListBoxItem>
      ))}
    </ListBox>
  );
}

/** The file of what was on screen when the dialog opened; undefined while it is made. */
function useExport(
  kind: ExportKind,
  drive: ReturnType<typeof platformDrive>,
): Result<ExportFile> | undefined {
  const [context] = useState(exportContext);
  const [made, setMade] = useState<{ readonly of: readonly unknown[]; readonly file: Result<ExportFile> }>();
  useEffect(() => {
    let isCurrent = true;
    void awaiting(makeFile(kind, context, drive)).then((file) => {
      if (isCurrent) setMade({ of: [kind, drive], file });
    });
    return () => {
      isCurrent = false;
    };
  }, [kind, context, drive]);
  return made?.of[0] === kind && made.of[1] === drive ? made.file : undefined;
}

async function makeFile(
  kind: ExportKind,
  context: Promise<ExportContext | undefined>,
  drive: ReturnType<typeof platformDrive>,
): Promise<Result<ExportFile>> {
  try {
    const known = await context;
    if (known === undefined) return fail({ code: 'studio/no-network', ...exportWords.noPicture });
    return await exportFile(kind, known, drive);
  } catch (thrown) {
    return fail(toFault(thrown));
  }
}

function FaultText({ fault }: { readonly fault: Fault }) {
  return (
    <p className="field-error" role="alert">
      {fault.message} {fault.fix}
    </p>
  );
}

function save(file: ExportFile | undefined): void {
  if (file === undefined) return;
  saveFile(file);
  notify('success', exportWords.saved(file.name));
}

async function copy({ preview, name }: ExportFile): Promise<void> {
  if (preview.kind !== 'text') return;
  try {
    await navigator.clipboard.writeText(preview.text);
    notify('success', exportWords.copied, { description: name });
  } catch {
    notify('warning', exportWords.notCopied.message, { description: exportWords.notCopied.fix });
  }
}

function openPage({ bytes, type }: ExportFile): void {
  const address = URL.createObjectURL(new Blob([bytes], { type }));
  if (window.open(address, '_blank') === null)
    notify('warning', exportWords.blocked.message, { description: exportWords.blocked.fix });
}
