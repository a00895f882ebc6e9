import { X } from 'lucide-react';
import { Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import type { RunSummary } from '../../library/formats/run-summary';
import { formatCount, formatPercent, significant } from '../format/si';
import { IconButton } from '../parts/button';
import type { Shared } from '../state/guest';
import { guestWords } from '../words/guest';
import { formatMinute } from './format-day';
import '../styles/share.css';

const WIDTH = 440;
const HEIGHT = 96;

/** What came with a shared experiment: its run and where it was made. */
export function SharedDetails({
  shared,
  onClose,
}: {
  readonly shared: Shared;
  readonly onClose: () => void;
}) {
  const { experiment, run } = shared;
  return (
    <ModalOverlay className="overlay" isOpen isDismissable onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="window" data-size="small">
        <Dialog className="window-dialog">
          <div className="window-head">
            <Heading slot="title">{guestWords.detailsTitle(experiment.name)}</Heading>
            <IconButton label={guestWords.close} icon={<X />} onPress={onClose} />
          </div>
          <div className="window-body">
            {run?.curve && <LossCurve curve={run.curve} />}
            <dl className="version-facts tabular">
              {factsOf(shared).map(([name, value]) => (
                <div key={name} className="shared-fact">
                  <dt>{guestWords.facts[name]}</dt>
                  <dd>{value}</dd>
                </div>
              ))}
            </dl>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

type Fact = readonly [name: keyof typeof guestWords.facts, value: string];

function factsOf({ experiment, phases, run, manifest, manifestHash, createdAt, expiresAt }: Shared): Fact[] {
  const accuracy = manifest.accuracy?.value ?? run?.figures.testAccuracy ?? undefined;
  const known = (name: Fact[0], value: string | null | undefined): Fact[] =>
    value === null || value === undefined ? [] : [[name, value]];
  return [
    ['accuracy', accuracy === undefined ? guestWords.unmeasured : formatPercent(accuracy)],
    ['steps', formatCount(manifest.step)],
    [
      'phases',
      phases === undefined ? guestWords.none : guestWords.exactly(formatCount(phases.parameters.length)),
    ],
    ...known('backend', run?.backend ?? manifest.engine?.backend),
    ['data', `${experiment.task.dataset}, ${experiment.task.source}`],
    ['seed', String(experiment.seed)],
    ...known('edits', run === undefined ? undefined : formatCount(run.edits.length)),
    ...known('studio', manifest.studio?.version),
    ...known('made', manifest.date === null ? undefined : formatMinute(Date.parse(manifest.date))),
    ['shared', formatMinute(createdAt)],
    ['until', formatMinute(expiresAt)],
    ...known('hash', manifestHash),
  ];
}

/** The run's loss as a line, with its ends in words. */
function LossCurve({ curve }: { readonly curve: NonNullable<RunSummary['curve']> }) {
  const points = curve.step.flatMap((step, index) => {
    const loss = curve.loss[index];
    return loss === null || loss === undefined ? [] : [{ step, loss }];
  });
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined || points.length < 2) return null;
  const most = points.reduce((top, { loss }) => Math.max(top, loss), 0) || 1;
  const span = Math.max(1, last.step - first.step);
  const path = points
    .map(({ step, loss }) => {
      const x = (WIDTH * (step - first.step)) / span;
      return `${x.toFixed(1)},${(HEIGHT * (1 - loss / most)).toFixed(1)}`;
    })
    .join(' ');
  return (
    <figure className="shared-curve">
      <figcaption className="muted small">{guestWords.curve}</figcaption>
      <svg
        viewBox={`0 -2 ${String(WIDTH)} ${String(HEIGHT + 4)}`}
        role="img"
        aria-label={guestWords.curveOf(
          significant(first.loss),
          significant(last.loss),
          formatCount(last.step),
        )}
      >
        <polyline points={path} />
      </svg>
    </figure>
  );
}
