import { useMemo, useState, useSyncExternalStore } from 'react';
import type { TiledStage } from '../../learning/convolution/tile-map';
import { passes, settings, tileMap, tileTotals } from '../../learning/convolution/tile-map';
import { TilesOnChip } from '../budget/tiles-on-chip';
import { useNetwork, useTilesOnChip } from '../budget/use-budget';
import { ChartTitle } from '../charts/chart-title';
import { stageName } from '../conv/stage-name';
import { formatCount, formatPercent } from '../format/si';
import { chip } from '../state/chip';
import { tilesWords } from '../words/conv';
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
  if (network === undefined) return <p className="muted">{tilesWords.layingOut}</p>;
  if (stages.length === 0) return <p className="muted">{tilesWords.none}</p>;
  const totals = tileTotals(stages, tilesOnChip);
  const side = stages[0]?.tile ?? 0;
  const place = hovered ?? drawn;
  const stage = stages[place.stage];
  return (
    <div className="tiles" tabIndex={0} role="group" aria-label={tilesWords.region}>
      <div className="tiles-head">
        <div>
          <ChartTitle
            title={tilesWords.title(formatCount(totals.tiles), side)}
            note={tilesWords.note(formatCount(totals.phases), formatCount(totals.interferometers))}
          />
          <p className="tiles-summary">
            {tilesWords.passes(
              formatCount(totals.passes),
              formatCount(totals.settings),
              formatCount(tilesOnChip),
              tilesOnChip === 1,
            )}
          </p>
          <p className="tiles-facts">
            {stage && (
              <>
                <strong>
                  {tilesWords.place(
                    stageName(stage, place.stage, stages.length),
                    formatCount(place.block + 1),
                    hovered === undefined,
                  )}
                </strong>{' '}
                <span className="muted">{describe(stage, place.block, tilesOnChip)}</span>
              </>
            )}
          </p>
        </div>
        <TilesOnChip />
      </div>
      <table className="table tabular tiles-table">
        <caption className="visually-hidden">{tilesWords.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{tilesWords.columns.stage}</th>
            <th scope="col">{tilesWords.columns.matrix}</th>
            <th scope="col" className="tiles-picture">
              {tilesWords.columns.tiles}
            </th>
            <th scope="col">{tilesWords.columns.places}</th>
            <th scope="col">{tilesWords.columns.settings}</th>
            <th scope="col">{tilesWords.columns.passes}</th>
            <th scope="col">{tilesWords.columns.phases}</th>
            <th scope="col">{tilesWords.columns.filled}</th>
          </tr>
        </thead>
        <tbody>
          {stages.map((each, index) => (
            <tr key={each.stage}>
              <th scope="row">{stageName(each, index, stages.length)}</th>
              <td>
                {tilesWords.by(formatCount(each.rows), formatCount(each.columns))}
                {each.complex && <span className="muted">{tilesWords.complex}</span>}
              </td>
              <td className="tiles-picture">
                <span className="tiles-count">{tilesWords.by(String(each.down), String(each.across))}</span>
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
            <th scope="row">{tilesWords.total}</th>
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
  const used = down * across < 1 ? tilesWords.used(formatPercent(down * across, 0)) : '';
  const when = setting[1] > 1 ? tilesWords.setting(formatCount(setting[0]), formatCount(setting[1])) : '';
  const times = stage.positions === 1 ? tilesWords.once : tilesWords.atPlaces(formatCount(stage.positions));
  return tilesWords.tile({
    inputs: rangeText(columns),
    outputs: rangeText(rows),
    used,
    phases: formatCount(phases),
    times,
    when,
  });
}

function rangeText([first, last]: readonly [number, number]): string {
  return first === last ? formatCount(first) : `${formatCount(first)}–${formatCount(last)}`;
}
