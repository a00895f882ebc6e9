import { ChevronLeft, ChevronRight } from 'lucide-react';
import { tileMap } from '../../learning/convolution/tile-map';
import type { TiledStage } from '../../learning/convolution/tile-map';
import { formatCount } from '../format/si';
import { IconButton } from '../parts/button';
import { SampleImage } from '../parts/sample-image';
import { chip } from '../state/chip';
import { useSample } from '../state/sample-store';
import { useChipVersion } from '../state/use-chip';
import { convWords } from '../words/conv';
import { useMemo } from 'react';
import { endOfStage, outputOf } from './conv-trace';
import { stageName } from './stage-name';
import { StagePicture } from './stage-picture';
import '../styles/conv.css';

/** A convolutional network from the image to the answer; choosing a stage draws a tile of it below. */
export function ConvStrip() {
  useChipVersion();
  const { network, tile } = chip;
  const image = useSample((state) => (state.own ? undefined : state.view?.image));
  const stages = useMemo(() => (network?.kind === 'convolutional' ? tileMap(network) : []), [network]);
  const passage = chip.passage();
  const shown = stages[tile.stage];
  if (network?.kind !== 'convolutional' || shown === undefined)
    return <p className="conv-strip muted">{convWords.layingOut}</p>;
  return (
    <div className="conv-strip">
      <ol className="conv-stages" aria-label={convWords.stages}>
        <li className="conv-input">
          {image ? (
            <SampleImage image={image} size={48} label={convWords.chosenImage} />
          ) : (
            <StagePicture images={passage?.input} />
          )}
          <span className="conv-name">{convWords.image}</span>
          <span className="conv-size tabular">{sizeText(network.input)}</span>
        </li>
        {stages.map((stage, index) => (
          <li key={stage.stage}>
            <button
              type="button"
              className="conv-stage"
              aria-pressed={index === tile.stage}
              onClick={() => chip.chooseTile({ stage: index, block: 0 })}
            >
              <StagePicture images={passage?.images[index]} />
              <span className="conv-name">{stageName(stage, index, stages.length)}</span>
              <span className="conv-size tabular">
                {sizeText(outputOf(network.stages[endOfStage(network, stage.stage) - 1]))}
              </span>
            </button>
          </li>
        ))}
      </ol>
      <TileBar stage={shown} />
    </div>
  );
}

/** Which tile of the chosen stage is drawn, and the light in it. */
function TileBar({ stage }: { readonly stage: TiledStage }) {
  const { tile } = chip;
  const passage = chip.passage();
  const count = stage.down * stage.across;
  const row = Math.floor(tile.block / stage.across);
  const column = tile.block % stage.across;
  const go = (by: number): void => chip.chooseTile({ ...tile, block: (tile.block + by + count) % count });
  const place =
    passage?.choice.stage === tile.stage && stage.positions > 1
      ? convWords.lightOf(passage.place[0] + 1, passage.place[1] + 1)
      : '';
  return (
    <div className="tile-bar" role="group" aria-label={convWords.tile}>
      <IconButton
        label={convWords.previousTile}
        icon={<ChevronLeft />}
        isDisabled={count === 1}
        onPress={() => go(-1)}
      />
      <span className="tabular">{convWords.tileOf(formatCount(tile.block + 1), formatCount(count))}</span>
      <IconButton
        label={convWords.nextTile}
        icon={<ChevronRight />}
        isDisabled={count === 1}
        onPress={() => go(1)}
      />
      <span className="muted tile-text">
        {convWords.block(
          span(column, stage.tile, stage.columns),
          span(row, stage.tile, stage.rows),
          formatCount(stage.rows),
          formatCount(stage.columns),
        )}
        {place}
      </span>
    </div>
  );
}

function span(index: number, tile: number, end: number): string {
  return `${formatCount(index * tile + 1)}–${formatCount(Math.min(end, (index + 1) * tile))}`;
}

function sizeText(shape: {
  readonly height: number;
  readonly width: number;
  readonly channels: number;
}): string {
  const { height, width, channels } = shape;
  return height === 1 && width === 1 ? formatCount(channels) : `${width} × ${height} × ${channels}`;
}
