import { createEngineClient } from '../engine/client';
import type { PaperFigure } from '../engine/study';
import type { PaperId } from '../experiment/papers';
import { PAPERS } from '../experiment/papers';
import { FANG_TRIALS } from '../experiment/papers/fang';
import { fengPaper } from '../experiment/papers/feng';
import { ficonnPaper } from '../experiment/papers/ficonn';
import { HAAR, HAAR_SETTINGS, HAAR_TOLERANCE } from '../experiment/papers/haar';
import { neurophoxPapers } from '../experiment/papers/neurophox';
import { WILLIAMSON_GAP } from '../experiment/papers/williamson';
import { PhotonicError } from '../lib/fault';
import type { Bench, Goal } from './row';

/** Runs a paper's study through the page's own engine, on the CPU backend. */
async function figuresOf(paper: PaperId): Promise<readonly PaperFigure[]> {
  const engine = createEngineClient();
  // Whoever starts the benchmark asks for figures on the original data.
  engine.allowMirrors(true);
  try {
    const result = await engine.study({ kind: 'paper', paper, backend: 'wasm' }, () => undefined);
    if (result.kind !== 'paper') throw new Error(`A study of ${result.kind} answered for a paper.`);
    return result.figures;
  } catch (thrown) {
    if (thrown instanceof PhotonicError)
      throw new Error(`${thrown.fault.message} ${thrown.fault.cause ?? ''}`, { cause: thrown });
    throw thrown;
  } finally {
    engine.dispose();
  }
}

/** A paper whose one figure is compared with its goal. */
function oneFigure(
  id: string,
  paper: PaperId,
  what: string,
  value: number,
  unit: string,
  kind: Goal['kind'] = 'at-least',
): Bench {
  return {
    id,
    what,
    unit,
    goal: { kind, value },
    async run() {
      const figures = await figuresOf(paper);
      const [figure] = figures;
      if (figure === undefined) throw new Error('The study has no figure.');
      return {
        value: figure.obtained,
        detail: figure.detail,
        holds: figures.every(({ reached }) => reached),
      };
    },
  };
}

const accuracy = (id: string, paper: PaperId, goal: number): Bench =>
  oneFigure(id, paper, `${PAPERS[paper].title}; test accuracy`, goal, '%');

/** Worst of the networks’ conditions: how many of the table's ten numbers hold. */
const fang: Bench = {
  id: 'paper.fang',
  what: `noise table of Fang et al., GridNet and FFTNet, ${FANG_TRIALS} dies each: numbers of ten that hold (ideal within 1 point, order, crossover, bounds)`,
  unit: 'of 10',
  goal: { kind: 'at-least', value: 10 },
  async run() {
    const figures = await figuresOf('fang');
    return {
      value: figures.filter(({ reached }) => reached).length,
      detail: figures.map(({ name, obtained }) => `${name}: ${obtained.toFixed(2)} %`).join('; '),
    };
  },
};

/** Largest miss of the law for uncorrected meshes; the row also asks that correction keeps to its own law. */
const haar: Bench = {
  id: 'paper.haar',
  what: `${HAAR.title}, N = ${HAAR_SETTINGS.modes.join(', ')}: largest deviation from √(2N)·σ, and corrected ≤ √(2/3)·N·σ²`,
  unit: '%',
  goal: { kind: 'at-most', value: HAAR_TOLERANCE },
  async run() {
    const figures = await figuresOf('haar');
    return {
      value: Math.max(
        ...figures.filter(({ unit }) => unit === '%').map(({ obtained }) => Math.abs(obtained)),
      ),
      detail: figures
        .map(({ name, obtained, unit }) => `${name}: ${obtained.toPrecision(2)} ${unit}`.trim())
        .join('; '),
      holds: figures.length === 2 * HAAR_SETTINGS.modes.length && figures.every(({ reached }) => reached),
    };
  },
};

export const PAPER_BENCHES: readonly Bench[] = [
  accuracy('paper.ficonn', 'ficonn', ficonnPaper.goal),
  accuracy('paper.neurophox.n36', 'neurophox-n36', neurophoxPapers['neurophox-n36'].goal),
  accuracy('paper.neurophox.n64', 'neurophox-n64', neurophoxPapers['neurophox-n64'].goal),
  accuracy('paper.neurophox.n144', 'neurophox-n144', neurophoxPapers['neurophox-n144'].goal),
  fang,
  haar,
  oneFigure(
    'paper.williamson',
    'williamson',
    'MNIST on 16 Fourier modes: what the electro-optic activation adds to the test accuracy',
    WILLIAMSON_GAP,
    'points',
  ),
  accuracy('paper.feng', 'feng', fengPaper.goal),
];
