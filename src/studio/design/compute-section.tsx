import type { BackendId } from '../../engine/backend';
import { formatSi } from '../format/si';
import { Choice } from '../parts/choice';
import { FoldingSection } from '../parts/section';
import { chooseBackend } from '../state/run-control';
import { useRun } from '../state/run-store';

const OPTIONS: readonly { readonly id: BackendId | 'auto'; readonly name: string; readonly note: string }[] =
  [
    { id: 'auto', name: 'Automatic', note: 'The fastest in a short test' },
    { id: 'webgpu', name: 'WebGPU', note: 'The graphics device' },
    { id: 'wasm', name: 'WASM SIMD', note: 'One processor core' },
    { id: 'reference', name: 'Reference', note: 'Plain 64-bit, slow and exact' },
  ];

/** Where the simulator computes, and what the calibration measured. */
export function ComputeSection() {
  const backend = useRun((state) => state.backend);
  const info = useRun((state) => state.info);
  const capabilities = useRun((state) => state.capabilities);
  return (
    <FoldingSection fold="simulator" title="Simulator" note={info?.backendReason ?? capabilities?.reason}>
      <Choice label="Compute on" value={backend} options={OPTIONS} onChange={chooseBackend} />
      {capabilities && (
        <table className="table tabular">
          <caption className="visually-hidden">Calibration, measured</caption>
          <thead>
            <tr>
              <th scope="col">Backend</th>
              <th scope="col">Measured</th>
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
                      ? 'not measured'
                      : 'not available'
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
