import { HARDWARE_PROFILES } from '../../../photonics/hardware';
import { Choice } from '../../parts/choice';
import { Disclosure } from '../../parts/disclosure';
import { FoldingSection } from '../../parts/section';
import { DetectionFields } from './detection-fields';
import { FabricationFields } from './fabrication-fields';
import { LossFields } from './loss-fields';
import { PhaseSettingFields } from './phase-setting-fields';
import { detectionSummary, fabricationSummary, lossSummary, settingSummary } from './summaries';
import { useHardware } from './use-hardware';
import { hardwareWords as words } from '../../words/hardware-fields';

const OPTIONS = Object.values(HARDWARE_PROFILES).map(({ id, name }) => ({ id, name }));

/** What the chip is made of, and everything that is not perfect about it. */
export function HardwareSection() {
  const [hardware, set] = useHardware();
  return (
    <FoldingSection
      fold="hardware"
      title={words.hardware.hardware}
      note={HARDWARE_PROFILES[hardware.preset].description}
    >
      <Choice
        setting="hardware.preset"
        label={words.hardware.platform}
        value={hardware.preset}
        options={OPTIONS}
        onChange={(preset) => void set({ preset })}
      />
      <div className="disclosures">
        <Disclosure
          fold="fabrication"
          title={words.hardware.fabrication}
          summary={fabricationSummary(hardware)}
        >
          <FabricationFields />
        </Disclosure>
        <Disclosure fold="loss" title={words.hardware.loss} summary={lossSummary(hardware)}>
          <LossFields />
        </Disclosure>
        <Disclosure
          fold="phase-setting"
          title={words.hardware.phaseSetting}
          summary={settingSummary(hardware)}
        >
          <PhaseSettingFields />
        </Disclosure>
        <Disclosure fold="detection" title={words.hardware.detection} summary={detectionSummary(hardware)}>
          <DetectionFields />
        </Disclosure>
      </div>
    </FoldingSection>
  );
}
