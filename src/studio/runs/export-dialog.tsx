import { Copy, Download } from 'lucide-react';
import { useState } from 'react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { RunRecord } from '../../library/store/records';
import { Button } from '../parts/button';
import { Segmented } from '../parts/segmented';
import { notify } from '../state/notify';
import { runsWords } from '../words/runs';
import { NAME_COLUMN } from './columns';
import { useRunList } from './list-store';
import { tableColumns } from './runs-table';
import type { SettingsComparison } from './settings';
import type { ExportFormat } from './table-export';
import { exportTable, writeTable } from './table-export';

const { exporting: words } = runsWords;
const FORMATS = (['csv', 'latex', 'markdown'] as const).map((id) => ({ id, name: words.formats[id] }));
const FILES = {
  csv: { name: 'runs.csv', type: 'text/csv' },
  latex: { name: 'runs.tex', type: 'application/x-tex' },
  markdown: { name: 'runs.md', type: 'text/markdown' },
} as const satisfies Record<ExportFormat, { name: string; type: string }>;
const PREVIEW_LINES = 40;

/** The table of the selected runs, or of all shown, for a paper or a spreadsheet. */
export function ExportDialog(props: {
  readonly shown: readonly RunRecord[];
  readonly comparison: SettingsComparison;
}) {
  const { shown, comparison } = props;
  const selected = useRunList((state) => state.selected);
  const [format, setFormat] = useState<ExportFormat>('csv');
  const chosen = shown.filter(({ id }) => selected.has(id));
  const runs = chosen.length > 0 ? chosen : shown;
  const text = writeTable(exportTable(runs, [NAME_COLUMN, ...tableColumns(comparison)], comparison), format);
  const lines = text.split('\n');
  const close = (): void => useRunList.setState({ isExporting: false });
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && close()}>
      <Modal className="sheet runs-export">
        <Dialog className="sheet-dialog runs-export-dialog">
          <header>
            <Heading slot="title">{words.title}</Heading>
            <span className="muted small">{words.rows(runs.length)}</span>
          </header>
          <Segmented<ExportFormat>
            label={words.format}
            value={format}
            options={FORMATS}
            onChange={setFormat}
          />
          <pre className="runs-preview" tabIndex={0} role="region" aria-label={words.preview}>
            {lines.slice(0, PREVIEW_LINES).join('\n')}
          </pre>
          {lines.length > PREVIEW_LINES && <p className="muted small">{words.cut(PREVIEW_LINES)}</p>}
          <footer>
            <Button kind="quiet" onPress={close}>
              {words.close}
            </Button>
            <Button onPress={() => void copy(text)}>
              <Copy aria-hidden />
              {words.copy}
            </Button>
            <Button kind="primary" onPress={() => download(text, format)}>
              <Download aria-hidden />
              {words.download}
            </Button>
          </footer>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    notify('success', words.copied);
  } catch {
    notify('warning', runsWords.copyRefused);
  }
}

function download(text: string, format: ExportFormat): void {
  const { name, type } = FILES[format];
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
