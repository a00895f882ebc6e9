import { useEffect, useRef, useState } from 'react';
import { onThemeChange } from '../mesh/palette';
import type { StageImages } from './conv-trace';
import { paintStage } from './paint-stage';

/** Side of the picture, CSS pixels. */
const SIDE = 48;

/** What a stage has made of the image: up to four channels, or its list of numbers. */
export function StagePicture({ images }: { readonly images: StageImages | undefined }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [theme, setTheme] = useState(0);
  useEffect(() => onThemeChange(() => setTheme((count) => count + 1)), []);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const token = (name: string): string => getComputedStyle(element).getPropertyValue(name).trim();
    paintStage(context, images, {
      dark: token('--raised'),
      light: token('--light'),
      negative: token('--accent'),
    });
  }, [images, theme]);
  return <canvas ref={canvas} className="stage-picture" width={2 * SIDE} height={2 * SIDE} aria-hidden />;
}
