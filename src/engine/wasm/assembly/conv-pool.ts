/** Pooling of one panel, [row][column][8], over windows that do not overlap. Rows and columns that fill none are left out. */

@unmanaged
export class Windows {
  inWidth: i32;
  outHeight: i32;
  outWidth: i32;
  height: i32;
  width: i32;
}

/** y = largest of each window. */
export function maxPool(windows: Windows, x: usize, y: usize): void {
  const rowBytes = (<usize>windows.inWidth) << 5;
  const stepBytes = (<usize>windows.width) << 5;
  for (let row = 0; row < windows.outHeight; row++) {
    let from = x;
    for (let column = 0; column < windows.outWidth; column++) {
      let low = v128.load(from);
      let high = v128.load(from, 16);
      let line = from;
      for (let i = 0; i < windows.height; i++) {
        for (let at = line; at < line + stepBytes; at += 32) {
          low = f32x4.max(low, v128.load(at));
          high = f32x4.max(high, v128.load(at, 16));
        }
        line += rowBytes;
      }
      v128.store(y, low);
      v128.store(y, high, 16);
      y += 32;
      from += stepBytes;
    }
    x += rowBytes * windows.height;
  }
}

/** g of each window goes to the first of its largest; pixels of `out` in no window stay as they are. */
export function maxPoolBackward(windows: Windows, x: usize, g: usize, out: usize): void {
  const rowBytes = (<usize>windows.inWidth) << 5;
  const stepBytes = (<usize>windows.width) << 5;
  const toOut = out - x;
  for (let row = 0; row < windows.outHeight; row++) {
    let from = x;
    for (let column = 0; column < windows.outWidth; column++) {
      for (let half: usize = 0; half < 32; half += 16) {
        const corner = from + half;
        let largest = v128.load(corner);
        let line = corner;
        for (let i = 0; i < windows.height; i++) {
          for (let at = line; at < line + stepBytes; at += 32) largest = f32x4.max(largest, v128.load(at));
          line += rowBytes;
        }
        let left = v128.load(g + half);
        line = corner;
        for (let i = 0; i < windows.height; i++) {
          for (let at = line; at < line + stepBytes; at += 32) {
            const hit = f32x4.eq(v128.load(at), largest);
            v128.store(at + toOut, v128.and(left, hit));
            left = v128.andnot(left, hit);
          }
          line += rowBytes;
        }
      }
      g += 32;
      from += stepBytes;
    }
    x += rowBytes * windows.height;
  }
}

/** y = mean of each window. */
export function averagePool(windows: Windows, x: usize, y: usize): void {
  const rowBytes = (<usize>windows.inWidth) << 5;
  const stepBytes = (<usize>windows.width) << 5;
  const share = f32x4.splat(1 / <f32>(windows.height * windows.width));
  for (let row = 0; row < windows.outHeight; row++) {
    let from = x;
    for (let column = 0; column < windows.outWidth; column++) {
      let low = f32x4.splat(0);
      let high = low;
      let line = from;
      for (let i = 0; i < windows.height; i++) {
        for (let at = line; at < line + stepBytes; at += 32) {
          low = f32x4.add(low, v128.load(at));
          high = f32x4.add(high, v128.load(at, 16));
        }
        line += rowBytes;
      }
      v128.store(y, f32x4.mul(low, share));
      v128.store(y, f32x4.mul(high, share), 16);
      y += 32;
      from += stepBytes;
    }
    x += rowBytes * windows.height;
  }
}

/** Spreads g over each window; pixels of `out` in no window stay as they are. */
export function averagePoolBackward(windows: Windows, g: usize, out: usize): void {
  const rowBytes = (<usize>windows.inWidth) << 5;
  const stepBytes = (<usize>windows.width) << 5;
  const share = f32x4.splat(1 / <f32>(windows.height * windows.width));
  for (let row = 0; row < windows.outHeight; row++) {
    let corner = out;
    for (let column = 0; column < windows.outWidth; column++) {
      const low = f32x4.mul(v128.load(g), share);
      const high = f32x4.mul(v128.load(g, 16), share);
      let line = corner;
      for (let i = 0; i < windows.height; i++) {
        for (let at = line; at < line + stepBytes; at += 32) {
          v128.store(at, low);
          v128.store(at, high, 16);
        }
        line += rowBytes;
      }
      g += 32;
      corner += stepBytes;
    }
    out += rowBytes * windows.height;
  }
}
