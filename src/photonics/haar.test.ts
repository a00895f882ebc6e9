import { describe, expect, it } from 'vitest';
import { checkerboardNumbers, haarPhases } from './haar';
import { rectangularMesh } from './mesh';
import { meshMatrix } from './propagate';

describe('checkerboard numbers', () => {
  it('equal the published 6-mode table', () => {
    // Rows are the upper port, columns the mesh column (Pai et al. 2019, as computed by neurophox).
    const rows = [
      [1, 0, 2, 0, 2, 0],
      [0, 3, 0, 4, 0, 1],
      [1, 0, 5, 0, 3, 0],
      [0, 3, 0, 4, 0, 1],
      [1, 0, 2, 0, 2, 0],
    ];
    const byColumn = rows[0]
      ?.flatMap((_, column) => rows.map((row) => row[column] ?? 0))
      .filter((alpha) => alpha > 0);
    expect([...checkerboardNumbers(rectangularMesh(6))]).toEqual(byColumn);
  });
});

describe('Haar initialisation', () => {
  it('has the trace and fourth moments of Haar-random unitaries', () => {
    const modes = 8;
    const draws = 1500;
    const mesh = rectangularMesh(modes);
    let trace2 = 0;
    let fourth = 0;
    for (let seed = 0; seed < draws; seed++) {
      const { re, im } = meshMatrix(mesh, haarPhases(mesh, seed));
      let traceRe = 0;
      let traceIm = 0;
      for (let i = 0; i < modes; i++) {
        traceRe += re[i * modes + i] ?? 0;
        traceIm += im[i * modes + i] ?? 0;
      }
      trace2 += traceRe ** 2 + traceIm ** 2;
      for (let k = 0; k < modes * modes; k++)
        fourth += ((re[k] ?? 0) ** 2 + (im[k] ?? 0) ** 2) ** 2 / modes ** 2;
    }
    // E|tr U|² = 1 with a standard error of about 1/√draws; E|U_ij|⁴ = 2/(N(N+1)).
    expect(trace2 / draws).toBeGreaterThan(0.9);
    expect(trace2 / draws).toBeLessThan(1.1);
    expect(fourth / draws / (2 / (modes * (modes + 1)))).toBeCloseTo(1, 1);
  });
});
