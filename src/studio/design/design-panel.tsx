import { ChipSection } from './chip-section';
import { ComputeSection } from './compute-section';
import { EncoderSection } from './encoder-section';
import { HardwareSection } from './hardware/hardware-section';
import { LayersSection } from './layers-section';
import { Presets } from './presets';
import { ReadoutSection } from './readout-section';
import { TaskSection } from './task-section';
import { TrainingSection } from './training/training-section';

/** Everything an experiment is made of. */
export function DesignPanel() {
  return (
    <div className="panel-scroll" role="form" aria-label="Design">
      <Presets />
      <TaskSection />
      <EncoderSection />
      <ChipSection />
      <LayersSection />
      <ReadoutSection />
      <TrainingSection />
      <HardwareSection />
      <ComputeSection />
    </div>
  );
}
