import { ClipboardCopy, Download } from 'lucide-react';
import { useState } from 'react';
import type { Fault } from '../../lib/fault';
import type { Convention } from '../../photonics/programming/conventions';
import { CONVENTIONS, CONVENTION_TEXTS } from '../../photonics/programming/conventions';
import { Button } from '../parts/button';
import { Choice } from '../parts/choice';
import { Segmented } from '../parts/segmented';
import { chip } from '../state/chip';
import { notify } from '../state/notify';
import { programWords } from '../words/program';
import { phasesAsCsv, phasesAsJson } from './export-phases';
import type { Target } from './target';

const words = programWords.phases;

const OPTIONS = CONVENTIONS.map((id) => ({
  id,
  name: words.conventions[id],
  note: CONVENTION_TEXTS[id].matrix,
}));

/** The present phases for other packages, in their own convention. */
export function ExportFields({ target }: { readonly target: Target }) {
  const [convention, setConvention] = useState<Convention>('studio');
  const [format, setFormat] = useState<'csv' | 'json'>('csv');
  const [fault, setFault] = useState<Fault>();
  const text = (): string | undefined => {
    const write = format === 'csv' ? phasesAsCsv : phasesAsJson;
    const written = write(target, chip.parameters, convention);
    setFault(written.ok ? undefined : written.fault);
    return written.ok ? written.value : undefined;
  };
  const copy = async (): Promise<void> => {
    const written = text();
    if (written === undefined) return;
    try {
      await navigator.clipboard.writeText(written);
      notify('success', words.copied, { description: words.of(target.name, words.conventions[convention]) });
    } catch {
      notify('warning', words.notCopied, {
        description: words.saveInstead,
      });
    }
  };
  const save = (): void => {
    const written = text();
    if (written === undefined) return;
    const type = format === 'csv' ? 'text/csv' : 'application/json';
    const address = URL.createObjectURL(new Blob([written], { type }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `phases-${convention}.${format}`;
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <>
      <Choice label={words.convention} value={convention} options={OPTIONS} onChange={setConvention} />
      <p className="field-note">{CONVENTION_TEXTS[convention].matrix}</p>
      <Segmented
        label={words.format}
        value={format}
        options={[
          { id: 'csv', name: words.csv },
          { id: 'json', name: words.json },
        ]}
        onChange={setFormat}
      />
      {fault && (
        <p className="field-error" role="alert">
          {programWords.faultText(fault.message, fault.fix)}
        </p>
      )}
      <div className="field-row">
        <Button onPress={() => void copy()}>
          <ClipboardCopy aria-hidden />
          {words.copy}
        </Button>
        <Button onPress={save}>
          <Download aria-hidden />
          {words.save}
        </Button>
      </div>
    </>
  );
}
