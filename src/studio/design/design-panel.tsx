import { lazy, Suspense } from 'react';
import { useExperiment } from '../state/experiment-store';
import { ChipSection } from './chip-section';
import { ComputeSection } from './compute-section';
import { FindSetting } from './find-setting';
import { StartFrom } from './start-from';
import { EncoderSection } from './encoder-section';
import { HardwareSection } from './hardware/hardware-section';
import { LayersSection } from './layers-section';
import { ReadoutSection } from './readout-section';
import { TaskSection } from './task-section';
import { TrainingSection } from './training/training-section';
import { fieldWords as words } from '../words/design-fields';

const ConvolutionSection = lazy(async () => ({
  default: (await import('./convolution/convolution-section')).ConvolutionSection,
}));

/** Everything an experiment is made of. */
export function DesignPanel() {
  const convolution = useExperiment((state) => state.experiment.convolution);
  return (
    <div className="panel-scroll" role="form" aria-label={words.design.design}>
      <div className="design-head">
        <FindSetting />
        <StartFrom />
      </div>
      <TaskSection />
      <EncoderSection />
      <ChipSection />
      {convolution === null ? (
        <>
          <LayersSection />
          <ReadoutSection />
        </>
      ) : (
        <Suspense fallback={<p className="section muted">{words.design.loadingTheStages}</p>}>
          <ConvolutionSection convolution={convolution} />
        </Suspense>
      )}
      <TrainingSection />
      <HardwareSection />
      <ComputeSection />
    </div>
  );
}
