import { Eraser } from 'lucide-react';
import type { PointerEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../parts/button';
import { SampleImage } from '../parts/sample-image';
import { DIGIT_SIZE, centreDigit } from './centre-digit';
import { useOwnSample } from './use-own-sample';

/** Side of the drawing in its own pixels; MNIST's box is a fifth of it. */
const SIZE = 140;
/** MNIST's strokes are about a tenth of a digit's height wide. */
const PEN = 12;

/** White ink on black, as MNIST is. */
export function DrawingPad() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const last = useRef<{ x: number; y: number }>(undefined);
  const frame = useRef(0);
  const [image, setImage] = useState<Uint8Array>();
  const { offer, fault } = useOwnSample();

  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  const read = (): void => {
    frame.current = 0;
    const context = canvas.current?.getContext('2d', { willReadFrequently: true });
    if (!context) return;
    const { data } = context.getImageData(0, 0, SIZE, SIZE);
    const ink = Float32Array.from({ length: SIZE * SIZE }, (_, i) => data[4 * i + 3] ?? 0);
    const pixels = centreDigit(ink, SIZE);
    setImage(pixels);
    offer(pixels && { kind: 'image', width: DIGIT_SIZE, height: DIGIT_SIZE, channels: 1, pixels });
  };
  const readSoon = (): void => {
    if (frame.current === 0) frame.current = requestAnimationFrame(read);
  };
  const at = (event: PointerEvent): { x: number; y: number } => {
    const box = event.currentTarget.getBoundingClientRect();
    return {
      x: ((event.clientX - box.left) / box.width) * SIZE,
      y: ((event.clientY - box.top) / box.height) * SIZE,
    };
  };
  const stroke = (from: { x: number; y: number }, to: { x: number; y: number }): void => {
    const context = canvas.current?.getContext('2d', { willReadFrequently: true });
    if (!context) return;
    context.strokeStyle = '#fff';
    context.lineWidth = PEN;
    context.lineCap = 'round';
    context.beginPath();
    context.moveTo(from.x, from.y);
    context.lineTo(to.x + 0.01, to.y);
    context.stroke();
    readSoon();
  };
  const clear = (): void => {
    canvas.current?.getContext('2d')?.clearRect(0, 0, SIZE, SIZE);
    read();
  };

  return (
    <div className="drawing">
      <canvas
        ref={canvas}
        className="drawing-pad"
        width={SIZE}
        height={SIZE}
        role="img"
        aria-label="Drawing pad: draw a digit with the pointer"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          last.current = at(event);
          stroke(last.current, last.current);
        }}
        onPointerMove={(event) => {
          if (last.current === undefined) return;
          const point = at(event);
          stroke(last.current, point);
          last.current = point;
        }}
        onPointerUp={() => (last.current = undefined)}
        onPointerCancel={() => (last.current = undefined)}
      />
      <div className="drawing-side">
        {image ? (
          <SampleImage
            image={{ width: DIGIT_SIZE, height: DIGIT_SIZE, channels: 1, pixels: image }}
            size={56}
            label="What the encoder sees"
          />
        ) : (
          <div className="sample-image is-empty" style={{ width: 56, height: 56 }} />
        )}
        <p className="small muted">What the encoder sees</p>
        <Button onPress={clear} isDisabled={image === undefined}>
          <Eraser aria-hidden />
          Clear
        </Button>
      </div>
      {fault && <p className="field-error">{`${fault.message} ${fault.fix}`}</p>}
    </div>
  );
}
