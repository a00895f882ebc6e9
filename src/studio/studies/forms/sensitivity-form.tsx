import { fail, ok } from '../../../lib/result';
import { linearParts } from '../../../learning/methods/twin';
import { meshesOf } from '../../../learning/plan';
import { mziCount } from '../../../photonics/mesh';
import { useNetwork } from '../../budget/use-budget';
import { formatCount } from '../../format/si';
import { NumberEntry } from '../../parts/number-entry';
import { Segmented } from '../../parts/segmented';
import { useSettings } from '../draft';
import { SamplesEntry } from './samples-entry';
import { studiesWords } from '../../words/studies';

const words = studiesWords.sensitivityForm;

/** Which part of an interferometer is off, and by how much. */
export function SensitivityForm() {
  const [settings, set] = useSettings('sensitivity');
  const network = useNetwork();
  const count =
    network === undefined
      ? 0
      : meshesOf(linearParts(network)).reduce((sum, { topology }) => sum + mziCount(topology), 0);
  return (
    <>
      <Segmented
        label={words.errorIn}
        value={settings.of}
        options={[
          { id: 'theta', name: 'θ' },
          { id: 'phi', name: 'φ' },
          { id: 'splitter', name: words.splitters },
        ]}
        onChange={(of) => set({ of })}
      />
      <div className="field-row">
        <NumberEntry
          label={words.error}
          unit="rad"
          factor={1.25}
          value={settings.error}
          onCommit={(error) => {
            // An error of nothing shows nothing; beyond half a turn phases come back.
            if (!(Math.abs(error) > 0 && Math.abs(error) <= Math.PI)) return fail(noError(error));
            set({ error });
            return ok(error);
          }}
        />
        <SamplesEntry value={settings.samples} onChange={(samples) => set({ samples })} />
      </div>
      <p className="field-note">
        {words.oneAfterTheOther}
        {formatCount(count)}
        {words.interferometersArePutOffBy}
      </p>
    </>
  );
}

function noError(value: number) {
  return {
    code: 'studio/out-of-range',
    message: words.anErrorOfRadShows(value),
    fix: words.enterANumberUpTo,
    where: 'error',
  };
}
