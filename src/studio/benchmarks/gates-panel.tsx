import { Check, Minus, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { PublishedGates } from '../../bench/page';
import { STUDIO } from '../exchange/build-info';
import { benchmarksWords as words } from '../words/benchmarks';
import type { ShownGate } from './live-gates';
import { gatesOf, publishedGates } from './live-gates';
import { useBenchmarks } from './store';

const ICONS = { pass: <Check aria-hidden />, fail: <X aria-hidden />, unmeasured: <Minus aria-hidden /> };

/** What must hold before a version is called good, with the figures that say so. */
export function GatesPanel() {
  const kept = useBenchmarks((state) => state.kept);
  const [published, setPublished] = useState<PublishedGates>();
  useEffect(() => {
    let isHere = true;
    void publishedGates().then((found) => isHere && setPublished(found));
    return () => {
      isHere = false;
    };
  }, []);
  const gates = gatesOf(kept, STUDIO.commit ?? STUDIO.version, published);
  const held = gates.filter(({ state }) => state === 'pass').length;
  return (
    <section className="bench-part" aria-label={words.gates}>
      <div className="bench-part-head">
        <h2>{words.gates}</h2>
        <span className="bench-held tabular">{words.gatesHeld(held, gates.length)}</span>
      </div>
      <p className="muted small">{words.gatesNote}</p>
      <ul className="bench-gates">
        {gates.map((gate) => (
          <GateRow key={gate.id} {...gate} />
        ))}
      </ul>
    </section>
  );
}

function GateRow({ id, state, figures, missing, origin }: ShownGate) {
  return (
    <li className="bench-gate" data-state={state}>
      <span className="bench-gate-sign">{ICONS[state]}</span>
      <span className="bench-gate-text">
        <span className="bench-gate-head">
          <strong>{words.gateNames[id]}</strong>
          <span className="bench-gate-state">{words.gateStates[state]}</span>
          {origin !== 'none' && (
            <span className="kind">{origin === 'live' ? words.live : words.published}</span>
          )}
        </span>
        {figures.map((figure) => (
          <span key={figure} className="small tabular">
            {figure}
          </span>
        ))}
        {missing.length > 0 && <span className="muted small">{words.unmeasured(missing.join(', '))}</span>}
      </span>
    </li>
  );
}
