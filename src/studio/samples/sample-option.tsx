import type { SampleView } from '../../engine/protocol';
import { formatCount, formatPercent, significant } from '../format/si';
import { SampleImage } from '../parts/sample-image';
import { sampleWords } from '../words/samples';

interface Props {
  readonly index: number;
  readonly view: SampleView | undefined;
  readonly truth: string;
  readonly answer: string | undefined;
  readonly isRight: boolean | undefined;
  readonly confidence: number | undefined;
  readonly loss: number | undefined;
}

const IMAGE = 44;
const VALUES = 5;

/** An image with what was made of it; the option around it says the same in words. */
export function SampleTile({ view, truth, answer, isRight }: Props) {
  return (
    <>
      {view?.image ? (
        <SampleImage image={view.image} size={IMAGE} />
      ) : (
        <span className="sample-image is-empty" style={{ width: IMAGE, height: IMAGE }} />
      )}
      <span className="sample-caption" aria-hidden>
        {isRight === false ? `${truth} → ${answer ?? ''}` : truth}
      </span>
    </>
  );
}

/** What the columns of lines are; each line says it by itself to those who cannot see it. */
export function SampleHead() {
  const { number, truth, answer, confidence, loss } = sampleWords.columns;
  return (
    <div className="sample-head muted" aria-hidden>
      {[number, truth, answer, confidence, loss].map((name) => (
        <span key={name} className="sample-cell">
          {name}
        </span>
      ))}
    </div>
  );
}

/** A line of measurements. */
export function SampleRow({ index, view, truth, answer, isRight, confidence, loss }: Props) {
  const values = Object.entries(view?.values ?? {}).slice(0, VALUES);
  return (
    <>
      <span className="sample-cell tabular muted">{formatCount(index + 1)}</span>
      <span className="sample-cell">{truth}</span>
      <span className={isRight === false ? 'sample-cell bad' : 'sample-cell'}>
        {answer ?? sampleWords.unknown}
      </span>
      <span className="sample-cell tabular">{formatPercent(confidence, 0)}</span>
      <span className="sample-cell tabular">
        {loss === undefined ? sampleWords.unknown : significant(loss)}
      </span>
      <span className="sample-cell sample-measured tabular muted">
        {values.map(([name, value]) => (
          <span key={name}>
            {name} {significant(value)}
          </span>
        ))}
      </span>
    </>
  );
}
