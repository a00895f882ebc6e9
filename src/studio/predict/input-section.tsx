import { Lightbulb } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { effectiveAnswer } from './effective-answer';
import { CommandIcon } from '../parts/button';
import { SampleImage } from '../parts/sample-image';
import { Section } from '../parts/section';
import { chip } from '../state/chip';
import { useExperiment } from '../state/experiment-store';
import { useRun } from '../state/run-store';
import { useSample } from '../state/sample-store';
import { useChipVersion } from '../state/use-chip';
import { predictWords } from '../words/predict';
import { useOwn } from './own-store';
import { measurementInfluence, pixelInfluence } from './influence';
import { useInfluence } from './influence-store';

const SHOWN = 84;

/** The sample on its way into the chip: as an image, as light, and what of it the answer hangs on. */
export function InputSection() {
  const { view, own } = useSample();
  const { input, fields: ownFields } = useOwn();
  const isOn = useInfluence((state) => state.isOn);
  const fields = own ? ownFields : view;
  if (fields === undefined || view === undefined) return null;
  const image = own && input?.kind === 'image' ? input : own ? undefined : view.image;
  const isCoherent = chip.network?.kind === 'coherent';
  return (
    <Section title={predictWords.sees} action={<CommandIcon id="influence" icon={<Lightbulb />} />}>
      <div className="sees">
        {image && (
          <figure>
            <SampleImage image={image} size={SHOWN} label={predictWords.seesImage} />
            <figcaption>{predictWords.seesPixels(image.width, image.height)}</figcaption>
          </figure>
        )}
        {isCoherent && (
          <figure>
            <FieldsPicture re={fields.re} im={fields.im} />
            <figcaption>{predictWords.seesFields(fields.re.length)}</figcaption>
          </figure>
        )}
        {isOn && isCoherent && image && <ImageInfluence image={image} fields={fields} />}
      </div>
      {isOn &&
        (isCoherent ? (
          <Influence fields={fields} />
        ) : (
          <p className="section-note">{predictWords.hangsOnNone}</p>
        ))}
    </Section>
  );
}

interface Planes {
  readonly re: ArrayLike<number>;
  readonly im: ArrayLike<number>;
}

/** Power of the fields as squares, in the order of the modes. */
function FieldsPicture({ re, im }: Planes) {
  const modes = re.length;
  const columns = Math.ceil(Math.sqrt(modes));
  const rows = Math.ceil(modes / columns);
  const power = Array.from({ length: modes }, (_, k) => (re[k] ?? 0) ** 2 + (im[k] ?? 0) ** 2);
  const most = Math.max(...power, 1e-30);
  const size = SHOWN / columns;
  return (
    <svg
      className="fields-picture"
      viewBox={`0 0 ${SHOWN} ${rows * size}`}
      width={SHOWN}
      height={rows * size}
      role="img"
      aria-label={predictWords.seesFieldsLabel(modes, 1 + power.indexOf(Math.max(...power)))}
    >
      {power.map((value, k) => (
        <rect
          key={k}
          x={(k % columns) * size}
          y={Math.floor(k / columns) * size}
          width={size}
          height={size}
          opacity={Math.sqrt(value / most)}
        />
      ))}
    </svg>
  );
}

function ImageInfluence(props: {
  readonly image: { readonly width: number; readonly height: number };
  readonly fields: Planes;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const encoder = useExperiment((state) => state.experiment.encoder);
  const { width, height } = props.image;
  const version = useChipVersion();
  const influence = useMemo(() => {
    // The chip's version stands for its phases.
    const slopes = version < 0 ? undefined : effectiveAnswer(props.fields);
    return slopes && pixelInfluence(encoder, slopes.gradient, slopes.fields, { width, height });
  }, [version, props.fields, encoder, width, height]);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context || influence === undefined) return;
    const style = getComputedStyle(context.canvas);
    const most = influence.reduce((largest, value) => Math.max(largest, Math.abs(value)), 1e-30);
    context.clearRect(0, 0, width, height);
    influence.forEach((value, i) => {
      context.globalAlpha = Math.abs(value) / most;
      context.fillStyle = style.getPropertyValue(value > 0 ? '--light' : '--accent');
      context.fillRect(i % width, Math.floor(i / width), 1, 1);
    });
  }, [influence, width, height]);
  return (
    <figure>
      <canvas
        ref={canvas}
        className="influence"
        width={width}
        height={height}
        style={{ width: SHOWN, height: SHOWN }}
        role="img"
        aria-label={predictWords.hangsOnLabel}
      />
      <figcaption>{predictWords.hangsOn}</figcaption>
    </figure>
  );
}

/** What the colours mean, or the measurements' bars. */
function Influence({ fields }: { readonly fields: Planes }) {
  const encoder = useExperiment((state) => state.experiment.encoder);
  const names = useRun((state) => state.info?.classNames);
  useChipVersion();
  const slopes = effectiveAnswer(fields);
  if (slopes === undefined) return null;
  const answer = names?.[slopes.answer] ?? predictWords.unknown;
  const bars = measurementInfluence(encoder, slopes.gradient, slopes.fields);
  if (bars === undefined) return <p className="section-note">{predictWords.hangsOnImage(answer)}</p>;
  const most = Math.max(...bars.map(({ influence }) => Math.abs(influence)), 1e-30);
  return (
    <>
      <p className="section-note">{predictWords.hangsOnTable(answer)}</p>
      <ol className="influence-bars" aria-label={predictWords.influence}>
        {bars.map(({ name, influence }) => (
          <li key={name}>
            <span>{name.replace('_', ' ').toUpperCase()}</span>
            <span className="influence-track">
              <span
                className={influence > 0 ? 'influence-for' : 'influence-against'}
                style={{ transform: `scaleX(${influence / most})` }}
              />
            </span>
            <span className="tabular">{influence.toFixed(2)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
