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
import type { ExportFormat, ExportTable } from './table-export';
import { exportTable, writeTable } from './table-export';

const { exporting: words } = runsWords;
const FORMATS = (['csv', 'latex', 'markdown'] as const).map((id) => ({ id, name: words.formats[id] }));
const FILES = {
  csv: { ending: 'csv', type: 'text/csv' },
  latex: { ending: 'tex', type: 'application/x-tex' },
  markdown: { ending: 'md', type: 'text/markdown' },
} as const satisfies Record<ExportFormat, { ending: string; type: string }>;
const PREVIEW_LINES = 40;

/** The table of the selected runs, or of all shown, for a paper or a spreadsheet. */
export function ExportDialog(props: {
  readonly shown: readonly RunRecord[];
  readonly comparison: SettingsComparison;
}) {
  const { shown, comparison } = props;
  const selected = useRunList((state) => state.selected);
  const chosen = shown.filter(({ id }) => selected.has(id));
  const runs = chosen.length > 0 ? chosen : shown;
  const table = exportTable(runs, [NAME_COLUMN, ...tableColumns(comparison)], comparison);
  return (
    <TableExport
      table={table}
      count={words.rows(runs.length)}
      file="runs"
      close={() => useRunList.setState({ isExporting: false })}
    />
  );
}

/** Any table, to be looked at, copied and downloaded. */
export function TableExport(props: {
  readonly table: ExportTable;
  /** How many rows it has, in words. */
  readonly count: string;
  /** The file's name without its ending. */
  readonly file: string;
  readonly close: () => void;
}) {
  const { close } = props;
  const [format, setFormat] = useState<ExportFormat>('csv');
  const text = writeTable(props.table, format);
  const lines = text.split('\n');
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && close()}>
      <Modal className="sheet runs-export">
        <Dialog className="sheet-dialog runs-export-dialog">
          <header>
            <Heading slot="title">{words.title}</Heading>
            <span className="muted small">{props.count}</span>
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
            <Button kind="primary" onPress={() => download(text, format, props.file)}>
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

function download(text: string, format: ExportFormat, file: string): void {
  const { ending, type } = FILES[format];
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${file}.${ending}`;
  link.click();
  URL.revokeObjectURL(address);
}
