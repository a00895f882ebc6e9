import { CircleCheck, TriangleAlert } from 'lucide-react';
import { formatSi } from '../format/si';
import type { NetworkBudget } from './network-budget';
import { PartLayout } from './part-layout';
import { budgetWords as words } from '../words/budget';

/** What one detector gets, and how well it can tell it from its noise. */
export function DetectorPart({ budget }: { readonly budget: NetworkBudget }) {
  const { detector } = budget.pass;
  const { photodiodeSensitivity, modulatorRate } = budget.parts;
  const received = `${(10 * Math.log10(detector.power)).toFixed(1)} dBm`;
  return (
    <PartLayout
      title={words.detector.title(detector.effectiveBits.toFixed(1))}
      note={words.detector.snrNote}
      constants={['photodiodeResponsivity', 'photodiodeSensitivity', 'modulatorRate', 'laserPower']}
      remark={words.detector.remark}
    >
      <dl className="facts budget-facts">
        <dt>{words.detector.lightAtADetector}</dt>
        <dd>
          {formatSi(detector.power / 1000, 'W')}, {received}
        </dd>
        <dt>{words.detector.photocurrent}</dt>
        <dd>{formatSi(detector.current / 1000, 'A')}</dd>
        <dt>{words.detector.bandwidth}</dt>
        <dd>{formatSi(modulatorRate.value * 1e9, 'Hz')}</dd>
        <dt>{words.detector.signalToNoise}</dt>
        <dd>
          {detector.snr.toFixed(1)} {words.detector.dB}
        </dd>
        <dt>{words.detector.effectiveBits}</dt>
        <dd>{detector.effectiveBits.toFixed(2)}</dd>
      </dl>
      <p className={`verdict ${detector.isEnough ? 'good' : 'bad'}`}>
        {detector.isEnough ? <CircleCheck aria-hidden /> : <TriangleAlert aria-hidden />}
        {detector.isEnough
          ? words.detector.enough(photodiodeSensitivity.value)
          : words.detector.tooDark(photodiodeSensitivity.value)}
      </p>
    </PartLayout>
  );
}
