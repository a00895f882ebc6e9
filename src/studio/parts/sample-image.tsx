import { useEffect, useRef } from 'react';
import type { SampleView } from '../../engine/protocol';

/** A sample's pixels as they are, never smoothed. */
export function SampleImage(props: {
  readonly image: NonNullable<SampleView['image']>;
  readonly size: number;
  /** What it shows; without it the image is decoration of something that says so. */
  readonly label?: string;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { image } = props;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!context) return;
    const { width, height, channels, pixels } = image;
    const data = context.createImageData(width, height);
    const plane = width * height;
    for (let i = 0; i < plane; i++) {
      for (let channel = 0; channel < 3; channel++) {
        data.data[4 * i + channel] = pixels[channels === 3 ? channel * plane + i : i] ?? 0;
      }
      data.data[4 * i + 3] = 255;
    }
    context.putImageData(data, 0, 0);
  }, [image]);
  return (
    <canvas
      ref={canvas}
      className="sample-image"
      width={image.width}
      height={image.height}
      style={{ width: props.size, height: props.size }}
      {...(props.label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': props.label })}
    />
  );
}
