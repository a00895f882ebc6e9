import type { Fault } from '../../lib/fault';
import { predictWords } from '../words/predict';

/** What went wrong beside the thing it went wrong with, and what to do. */
export function FaultText({ fault }: { readonly fault: Fault | undefined }) {
  return (
    <p className="field-error" role="alert" hidden={fault === undefined}>
      {fault && predictWords.faultText(fault.message, fault.fix)}
    </p>
  );
}
