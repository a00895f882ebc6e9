import { useMemo, useState, useSyncExternalStore } from 'react';
import type { TiledStage } from '../../learning/convolution/tile-map';
import { passes, settings, tileMap, tileTotals } from '../../learning/convolution/tile-map';
import { TilesOnChip } from '../budget/tiles-on-chip';
import { useNetwork, useTilesOnChip } from '../budget/use-budget';
import { ChartTitle } from '../charts/chart-title';
import { stageName } from '../conv/stage-name';
import { formatCount, formatPercent } from '../format/si';
import { chip } from '../state/chip';
import '../styles/tiles.css';
import { tileFacts } from './tile-facts';
import { TileGrid } from './tile-grid';

interface Place {
  readonly stage: number;
  readonly block: number;
}

/** How the matrices of a convolution lie on chip-sized meshes, and how often light passes them. */
export function TilesPanel() {
  const drawn = useSyncExternalStore(chip.subscribe, () => chip.tile);
  const network = useNetwork();
  const tilesOnChip = useTilesOnChip((state) => state.count);
  const [hovered, setHovered] = useState<Place>();
  const stages = useMemo(() => (network?.kind === 'convolutional' ? tileMap(network) : []), [network]);
  if (network === undefined) return <p className="muted">The network is being laid out…</p>;
  if (stages.length === 0)
    return (
      <p className="muted">
        This network has no tiles: each of its layers is a mesh of its own. Choose a photonic convolution to
        see how large matrices share one chip.
      </p>
    );
  const totals = tileTotals(stages, tilesOnChip);
  const side = stages[0]?.tile ?? 0;
  const place = hovered ?? drawn;
  const stage = stages[place.stage];
  return (
    <div className="tiles" tabIndex={0} role="group" aria-label="Tile map">
      <div className="tiles-head">
        <div>
          <ChartTitle
            title={`${formatCount(totals.tiles)} tiles of ${side} × ${side}`}
            note={`${formatCount(totals.phases)} phases in ${formatCount(totals.interferometers)} interferometers`}
          />
          <p className="tiles-summary">
            One image is {formatCount(totals.passes)} passes of light, in {formatCount(totals.settings)}{' '}
            settings of{' '}
            {tilesOnChip === 1 ? 'a chip with one tile' : `a chip with ${formatCount(tilesOnChip)} tiles`}.
          </p>
          <p className="tiles-facts">
            {stage && (
              <>
                <strong>
                  {stageName(stage, place.stage, stages.length)}, tile {formatCount(place.block + 1)}
                  {hovered === undefined && ', drawn in the mesh'}
                </strong>{' '}
                <span className="muted">{describe(stage, place.block, tilesOnChip)}</span>
              </>
            )}
          </p>
        </div>
        <TilesOnChip />
      </div>
      <table className="table tabular tiles-table">
        <caption className="visually-hidden">Tiles and passes of every stage</caption>
        <thead>
          <tr>
            <th scope="col">Stage</th>
            <th scope="col">Matrix</th>
            <th scope="col" className="tiles-picture">
              Tiles
            </th>
            <th scope="col">Places</th>
            <th scope="col">Settings</th>
            <th scope="col">Passes</th>
            <th scope="col">Phases</th>
            <th scope="col">Filled</th>
          </tr>
        </thead>
        <tbody>
          {stages.map((each, index) => (
            <tr key={each.stage}>
              <th scope="row">{stageName(each, index, stages.length)}</th>
              <td>
                {formatCount(each.rows)} × {formatCount(each.columns)}
                {each.complex && <span className="muted"> complex</span>}
              </td>
              <td className="tiles-picture">
                <span className="tiles-count">
                  {each.down} × {each.across}
                </span>
                <TileGrid
                  stage={each}
                  name={stageName(each, index, stages.length)}
                  tilesOnChip={tilesOnChip}
                  chosen={drawn.stage === index ? drawn.block : undefined}
                  describe={(block) => describe(each, block, tilesOnChip)}
                  onChoose={(block) => chip.chooseTile({ stage: index, block })}
                  onHover={(block) => setHovered(block === undefined ? undefined : { stage: index, block })}
                />
              </td>
              <td>{formatCount(each.positions)}</td>
              <td>{formatCount(settings(each, tilesOnChip))}</td>
              <td>{formatCount(passes(each, tilesOnChip))}</td>
              <td>{formatCount(each.phases)}</td>
              <td>{formatPercent(each.filled, 0)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">In all</th>
            <td />
            <td className="tiles-picture">{formatCount(totals.tiles)}</td>
            <td />
            <td>{formatCount(totals.settings)}</td>
            <td>{formatCount(totals.passes)}</td>
            <td>{formatCount(totals.phases)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** One tile in a sentence. */
function describe(stage: TiledStage, block: number, tilesOnChip: number): string {
  const { rows, columns, phases, down, across, setting } = tileFacts(stage, block, tilesOnChip);
  const used = down * across < 1 ? `, ${formatPercent(down * across, 0)} of it used` : '';
  const when =
    setting[1] > 1 ? `; on the chip in setting ${formatCount(setting[0])} of ${formatCount(setting[1])}` : '';
  const times = stage.positions === 1 ? 'once' : `at ${formatCount(stage.positions)} places`;
  return (
    `Inputs ${rangeText(columns)}, outputs ${rangeText(rows)}${used}; ${formatCount(phases)} phases; ` +
    `light of each image passes it ${times}${when}.`
  );
}

function rangeText([first, last]: readonly [number, number]): string {
  return first === last ? formatCount(first) : `${formatCount(first)}–${formatCount(last)}`;
}
