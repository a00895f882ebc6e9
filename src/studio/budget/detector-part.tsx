import { CircleCheck, TriangleAlert } from 'lucide-react';
import { formatSi } from '../format/si';
import type { NetworkBudget } from './network-budget';
import { PartLayout } from './part-layout';

/** What one detector gets, and how well it can tell it from its noise. */
export function DetectorPart({ budget }: { readonly budget: NetworkBudget }) {
  const { detector } = budget.pass;
  const { photodiodeSensitivity, modulatorRate } = budget.parts;
  const received = `${(10 * Math.log10(detector.power)).toFixed(1)} dBm`;
  return (
    <PartLayout
      title={`${detector.effectiveBits.toFixed(1)} effective bits, modelled`}
      note="SNR = I² / (2qIB + 4kTB/R), 50 Ω at 300 K"
      constants={['photodiodeResponsivity', 'photodiodeSensitivity', 'modulatorRate', 'laserPower']}
      remark="Bits = (SNR − 1.76 dB) / 6.02 dB, after IEEE Std 1241: what a converter behind this detector can make use of. Flaws of the phases are not in it."
    >
      <dl className="facts budget-facts">
        <dt>Light at a detector</dt>
        <dd>
          {formatSi(detector.power / 1000, 'W')}, {received}
        </dd>
        <dt>Photocurrent</dt>
        <dd>{formatSi(detector.current / 1000, 'A')}</dd>
        <dt>Bandwidth</dt>
        <dd>{formatSi(modulatorRate.value * 1e9, 'Hz')}</dd>
        <dt>Signal to noise</dt>
        <dd>{detector.snr.toFixed(1)} dB</dd>
        <dt>Effective bits</dt>
        <dd>{detector.effectiveBits.toFixed(2)}</dd>
      </dl>
      <p className={`verdict ${detector.isEnough ? 'good' : 'bad'}`}>
        {detector.isEnough ? <CircleCheck aria-hidden /> : <TriangleAlert aria-hidden />}
        {detector.isEnough
          ? `Enough light: the photodiode needs ${photodiodeSensitivity.value} dBm.`
          : `Too little light: the photodiode needs ${photodiodeSensitivity.value} dBm.`}
      </p>
    </PartLayout>
  );
}
