import { useEffect, useRef, useState } from 'react';
import { onThemeChange } from '../mesh/palette';
import { matrixWords } from '../words/matrix';
import { paintMatrix } from './paint-matrix';

const STEPS = 72;
const angles = Array.from({ length: STEPS }, (_, i) => (2 * Math.PI * i) / STEPS);
const RING = { re: Float64Array.from(angles, Math.cos), im: Float64Array.from(angles, Math.sin) };

/** The hues of phases, from 0 to 2π. */
export function PhaseWheel() {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [theme, setTheme] = useState(0);
  useEffect(() => onThemeChange(() => setTheme((count) => count + 1)), []);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context) paintMatrix(context, 1, STEPS, RING);
  }, [theme]);
  return (
    <div className="matrix-key" role="img" aria-label={matrixWords.hues}>
      <span>{matrixWords.zero}</span>
      <canvas ref={canvas} className="matrix-ramp" width={STEPS} height={1} />
      <span>{matrixWords.turn}</span>
    </div>
  );
}
