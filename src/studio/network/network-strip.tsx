import { ChevronDown, Copy, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { describeChip } from '../design/describe';
import { CommandIcon } from '../parts/button';
import { NumberEntry } from '../parts/number-entry';
import { useIsPhone } from '../parts/use-is-phone';
import { runCommand } from '../commands/registry';
import { useExperiment } from '../state/experiment-store';
import { networkWords as words } from '../words/network';
import { tryChange } from './act';
import { BlockRow } from './block-row';
import { blockFacts } from './block-text';
import { blockCount, sizeOfBlock, withBlockSize } from './change-network';
import { EncoderBlock, ReadoutBlock } from './ends';
import { useNetworkOpen } from './network-open';
import { useNetwork } from './network-store';
import { Palette } from './palette';
import '../styles/network.css';
import '../styles/network-pictures.css';

/** The whole network from the sample to the answer, in the order of light, to be looked at and rebuilt. */
export function NetworkStrip() {
  const experiment = useExperiment((state) => state.experiment);
  const isOpen = useNetworkOpen();
  return (
    <section className="network" aria-label={words.network} data-open={isOpen}>
      <NetworkBar isOpen={isOpen} />
      {isOpen && (
        <div className="network-row">
          <EncoderBlock experiment={experiment} />
          <BlockRow experiment={experiment} />
          <ReadoutBlock experiment={experiment} />
        </div>
      )}
    </section>
  );
}

function NetworkBar({ isOpen }: { readonly isOpen: boolean }) {
  const experiment = useExperiment((state) => state.experiment);
  const chosen = useNetwork((state) => state.chosen);
  const [hint, setHint] = useState<string>();
  const isPhone = useIsPhone();
  const index = chosen?.kind === 'block' && chosen.index < blockCount(experiment) ? chosen.index : undefined;
  const facts = index === undefined ? undefined : blockFacts(experiment, index);
  return (
    <header className="network-bar">
      <button
        type="button"
        className="network-toggle"
        aria-expanded={isOpen}
        onClick={() => runCommand('network')}
      >
        <ChevronDown aria-hidden />
        <h2>{words.network}</h2>
      </button>
      {isOpen && !isPhone && <Palette experiment={experiment} onHint={setHint} />}
      <p className="network-hint">
        {hint ?? facts ?? (isOpen && !isPhone ? words.tip : describeChip(experiment))}
      </p>
      {isOpen && (
        <>
          <SizeEntry index={index} />
          <CommandIcon id="doubleBlock" icon={<Copy />} />
          <CommandIcon id="removeBlock" icon={<Trash2 />} />
        </>
      )}
    </header>
  );
}

/** The number that dragging an edge changes, typed. */
function SizeEntry({ index }: { readonly index: number | undefined }) {
  const experiment = useExperiment((state) => state.experiment);
  const isStage = experiment.convolution !== null;
  if (isStage && index === undefined) return null;
  const block = index ?? 0;
  return (
    <div className="network-number">
      <NumberEntry
        label={isStage ? words.channels(block + 1) : words.modes}
        hideLabel
        unit={isStage ? words.channelsUnit : words.modesUnit}
        hint={isStage ? words.channelsHint : words.modesHint}
        value={sizeOfBlock(experiment, block)}
        onCommit={(size) => tryChange((current) => withBlockSize(current, block, size))}
      />
    </div>
  );
}
