import { useEffect, useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import type { SampleView } from '../../engine/protocol';
import { toFault } from '../../lib/fault';
import { formatCount, significant } from '../format/si';
import { Choice } from '../parts/choice';
import { SampleImage } from '../parts/sample-image';
import { Segmented } from '../parts/segmented';
import type { Report } from '../state/run-store';
import { awaiting, useRun } from '../state/run-store';
import { goTo, useSample } from '../state/sample-store';
import '../styles/charts-live.css';
import { chartWords } from '../words/charts';
import type { WorstFilter } from './worst';
import { findWorst } from './worst';
import { useWorst } from './worst-store';

const words = chartWords.worst;
/** Samples shown: a screenful. */
const MOST = 36;
const IMAGE = 52;
const KINDS = (['loss', 'wrong'] as const).map((id) => ({ id, name: words.kinds[id] }));
const ANY = 'any';

/** What the network answers worst on the test set; choosing one lets its light into the chip. */
export function WorstSamples() {
  const { test, info } = useRun();
  const filter = useWorst();
  const { samples, failure, of } = useWorstSamples(test, filter);
  if (test === undefined || info === undefined) return <p className="muted">{words.empty}</p>;
  const names = info.classNames;
  const classes = [
    { id: ANY, name: words.any },
    ...names.map((name, index) => ({ id: String(index), name })),
  ];
  const chosen = (id: string): number | undefined => (id === ANY ? undefined : Number(id));
  return (
    <div className="worst" role="region" aria-label={words.region}>
      <div className="worst-side">
        <Segmented
          label={words.which}
          value={filter.kind}
          options={KINDS}
          onChange={(kind) => useWorst.setState({ kind })}
        />
        <Choice
          label={words.label}
          value={String(filter.label ?? ANY)}
          options={classes}
          onChange={(id) => useWorst.setState({ label: chosen(id) })}
        />
        <Choice
          label={words.answer}
          value={String(filter.answer ?? ANY)}
          options={classes}
          onChange={(id) => useWorst.setState({ answer: chosen(id) })}
        />
        <p className="muted small tabular">
          {of && words.note(formatCount(of.evaluation.samples), formatCount(of.step))}
        </p>
      </div>
      {failure !== undefined ? (
        <p className="muted">{words.failed(failure)}</p>
      ) : of === undefined ? (
        <p className="muted">{words.loading}</p>
      ) : samples.length === 0 ? (
        <p className="muted">{words.none}</p>
      ) : (
        <SampleList samples={samples} report={of} names={names} />
      )}
    </div>
  );
}

function SampleList(props: {
  readonly samples: readonly SampleView[];
  readonly report: Report;
  readonly names: readonly string[];
}) {
  const { index, split, own } = useSample();
  const { predictions, sampleLoss } = props.report.evaluation;
  return (
    <ListBox
      className="worst-list"
      layout="grid"
      aria-label={words.region}
      selectionMode="single"
      selectedKeys={split === 'test' && !own ? [index] : []}
      items={props.samples.map((view) => ({ id: view.index, view }))}
      disallowEmptySelection
      onSelectionChange={(keys) => {
        const [chosen] = keys === 'all' ? [] : keys;
        if (chosen !== undefined) void goTo('test', Number(chosen));
      }}
    >
      {({ view }) => {
        const label = props.names[view.label] ?? '';
        const answer = props.names[predictions[view.index] ?? 0] ?? '';
        const loss = significant(sampleLoss[view.index] ?? Number.NaN);
        return (
          <ListBoxItem
            className="worst-item"
            textValue={words.sample(formatCount(view.index + 1), label, answer, loss)}
            aria-label={words.sample(formatCount(view.index + 1), label, answer, loss)}
          >
            {view.image && (
              <SampleImage
                image={view.image}
                size={IMAGE}
                label={words.picture(formatCount(view.index + 1))}
              />
            )}
            <strong>{words.answered(label, answer)}</strong>
            <span className="muted tabular">{words.loss(loss)}</span>
            {view.values && <Values values={view.values} />}
          </ListBoxItem>
        );
      }}
    </ListBox>
  );
}

/** Measurements shown of a sample without a picture. */
const VALUES = 3;

function Values({ values }: { readonly values: Readonly<Record<string, number>> }) {
  return (
    <span className="muted small tabular">
      {Object.entries(values)
        .slice(0, VALUES)
        .map(([name, value]) => words.value(name, significant(value)))
        .join(words.separator)}
    </span>
  );
}

interface Found {
  readonly samples: readonly SampleView[];
  /** The report they are the worst of. */
  readonly of: Report | undefined;
  readonly failure: string | undefined;
}

/** The worst samples of a report; while those of a newer one are fetched, the older stay. */
function useWorstSamples(report: Report | undefined, { kind, label, answer }: WorstFilter): Found {
  const run = useRun((state) => state.run);
  const [found, setFound] = useState<Found>({ samples: [], of: undefined, failure: undefined });
  useEffect(() => {
    if (report === undefined || run === undefined) return undefined;
    let isWanted = true;
    const look = async (): Promise<void> => {
      try {
        const samples = await findWorst(report.evaluation, { kind, label, answer }, MOST, (indices) =>
          run.samples('test', indices),
        );
        if (isWanted) setFound({ samples, of: report, failure: undefined });
      } catch (thrown) {
        if (isWanted) setFound({ samples: [], of: report, failure: toFault(thrown).message });
      }
    };
    void awaiting(look());
    return () => {
      isWanted = false;
    };
  }, [report, run, kind, label, answer]);
  return found;
}
