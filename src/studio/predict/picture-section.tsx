import { ImageUp } from 'lucide-react';
import type { DragEvent } from 'react';
import { useEffect, useRef } from 'react';
import { CommandButton } from '../parts/button';
import { SampleImage } from '../parts/sample-image';
import { Section } from '../parts/section';
import { Segmented } from '../parts/segmented';
import { SwitchRow } from '../parts/switch-row';
import { useSample } from '../state/sample-store';
import { predictWords } from '../words/predict';
import { DIGIT_SIZE } from './centre-digit';
import { FaultText } from './fault-text';
import type { Picture, PictureOptions } from './picture';
import { forgetPicture, setPictureOptions, takePicture, usePicture } from './picture-store';

const INVERTS: readonly PictureOptions['invert'][] = ['auto', 'yes', 'no'];
const SHOWN = 84;

/** An image of the user's own, by choosing, dropping or pasting it. */
export function PictureSection({ centres }: { readonly centres: boolean }) {
  const { picture, converted, invert, centre, fault } = usePicture();
  const shape = useSample((state) => state.view?.image);
  usePaste();
  useEffect(() => {
    usePicture.setState({ centre: centres });
    return forgetPicture;
  }, [centres]);
  const onDrop = (event: DragEvent): void => {
    const file = event.dataTransfer.files[0];
    if (file === undefined) return;
    event.preventDefault();
    void takePicture(file, file.name);
  };
  if (shape === undefined) return null;
  const isGrey = shape.channels === 1;
  return (
    <Section title={predictWords.picture} note={predictWords.pictureNote}>
      <div
        className="picture-drop"
        data-drop="sample"
        onDragOver={(event) => event.preventDefault()}
        onDrop={onDrop}
      >
        <CommandButton id="choosePicture" icon={<ImageUp aria-hidden />} />
        <p className="small muted">{predictWords.picturePaste}</p>
      </div>
      <FaultText fault={fault} />
      {picture && (
        <div className="sees">
          <figure>
            <Original picture={picture} />
            <figcaption>{predictWords.original}</figcaption>
          </figure>
          {converted && (
            <figure>
              <SampleImage
                image={{ ...shape, pixels: converted.pixels }}
                size={SHOWN}
                label={predictWords.converted}
              />
              <figcaption>{predictWords.converted}</figcaption>
            </figure>
          )}
        </div>
      )}
      {picture && isGrey && (
        <>
          <Segmented
            label={predictWords.invert}
            value={invert}
            options={INVERTS.map((id) => ({ id, name: predictWords.inverts[id] }))}
            onChange={(next) => setPictureOptions({ invert: next })}
          />
          {converted && <p className="section-note">{predictWords.invertNote(converted.isInverted)}</p>}
          {shape.width === DIGIT_SIZE && (
            <SwitchRow
              label={predictWords.centre}
              isOn={centre}
              onChange={(next) => setPictureOptions({ centre: next })}
            />
          )}
        </>
      )}
    </Section>
  );
}

/** Images on the clipboard, wherever nothing is being typed. */
function usePaste(): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent): void => {
      const isTyping = event.target instanceof Element && event.target.closest('input, textarea') !== null;
      const file = [...(event.clipboardData?.files ?? [])].find((each) => each.type.startsWith('image/'));
      if (file === undefined || isTyping) return;
      event.preventDefault();
      void takePicture(file, predictWords.clipboardPicture);
    };
    addEventListener('paste', paste);
    return () => removeEventListener('paste', paste);
  }, []);
}

function Original({ picture }: { readonly picture: Picture }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height, rgba } = picture;
  useEffect(() => {
    const data = new ImageData(width, height);
    data.data.set(rgba);
    canvas.current?.getContext('2d')?.putImageData(data, 0, 0);
  }, [width, height, rgba]);
  return (
    <canvas
      ref={canvas}
      className="picture-original"
      width={width}
      height={height}
      role="img"
      aria-label={predictWords.original}
    />
  );
}
