import type { Fault } from '../../lib/fault';

/** Why it did not work and what to do; read out as soon as it appears. */
export function FaultLine({ fault }: { readonly fault: Fault | undefined }) {
  return (
    <div role="alert">
      {fault !== undefined && (
        <p className="account-fault">
          <strong>{fault.message}</strong> {fault.fix}
        </p>
      )}
    </div>
  );
}
