import { Gauge } from 'lucide-react';
import type { BackendId } from '../../engine/backend';
import { formatSi } from '../format/si';
import { CommandButton } from '../parts/button';
import { Choice } from '../parts/choice';
import { FoldingSection } from '../parts/section';
import { chooseBackend } from '../state/run-control';
import { useRun } from '../state/run-store';
import { fieldWords as words } from '../words/design-fields';

const OPTIONS: readonly { readonly id: BackendId | 'auto'; readonly name: string; readonly note: string }[] =
  [
    { id: 'auto', name: words.compute.automatic, note: words.compute.theFastestInAShort },
    { id: 'webgpu', name: words.compute.webGPU, note: words.compute.theGraphicsDevice },
    { id: 'wasm', name: words.compute.wasmSIMD, note: words.compute.oneProcessorCore },
    { id: 'reference', name: words.compute.reference, note: words.compute.referenceNote },
  ];

/** Where the simulator computes, and what the calibration measured. */
export function ComputeSection() {
  const backend = useRun((state) => state.backend);
  const info = useRun((state) => state.info);
  const capabilities = useRun((state) => state.capabilities);
  return (
    <FoldingSection fold="simulator" title={words.compute.simulator} note={info?.backendReason}>
      <Choice label={words.compute.computeOn} value={backend} options={OPTIONS} onChange={chooseBackend} />
      {/* Measured when someone wants to know: it takes the time of the first run. */}
      <CommandButton id="measureBackends" kind="quiet" icon={<Gauge />} />
      {capabilities && <p className="field-note">{capabilities.reason}</p>}
      {capabilities && (
        <table className="table tabular">
          <caption className="visually-hidden">{words.compute.calibrationMeasured}</caption>
          <thead>
            <tr>
              <th scope="col">{words.compute.backend}</th>
              <th scope="col">{words.compute.measured}</th>
            </tr>
          </thead>
          <tbody>
            {capabilities.backends.map((report) => (
              <tr key={report.id} title={report.note}>
                <th scope="row">
                  {report.available
                    ? report.label
                    : (OPTIONS.find((option) => option.id === report.id)?.name ?? report.id)}
                </th>
                <td>
                  {report.samplesPerSecond === undefined
                    ? report.available
                      ? words.compute.notMeasured
                      : words.compute.notAvailable
                    : formatSi(report.samplesPerSecond, '/s')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </FoldingSection>
  );
}
