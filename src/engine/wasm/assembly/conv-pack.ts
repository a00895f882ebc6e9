/** Moves between layouts. */

/** out[k] = from[index[k]], 0 where the index is negative. */
export function gatherFloats(from: usize, index: usize, count: i32, out: usize): void {
  const end = index + ((<usize>count) << 2);
  for (; index < end; index += 4, out += 4) {
    const k = load<i32>(index);
    store<f32>(out, k < 0 ? 0 : load<f32>(from + ((<usize>k) << 2)));
  }
}

/** out[index[k]] = from[k] where the index is not negative. */
export function scatterFloats(from: usize, index: usize, count: i32, out: usize): void {
  const end = index + ((<usize>count) << 2);
  for (; index < end; index += 4, from += 4) {
    const k = load<i32>(index);
    if (k >= 0) store<f32>(out + ((<usize>k) << 2), load<f32>(from));
  }
}

/** Copies positions of 8 floats, rows of `width`, to where neighbours are `step` and rows `row` bytes apart. */
export function placePositions(from: usize, height: i32, width: i32, out: usize, row: usize, step: usize): void {
  for (let y = 0; y < height; y++) {
    let to = out;
    for (let x = 0; x < width; x++) {
      v128.store(to, v128.load(from));
      v128.store(to, v128.load(from, 16), 16);
      from += 32;
      to += step;
    }
    out += row;
  }
}

/** Copies `columns` floats of each of `rows` rows; row strides in floats. */
export function copyBlock(from: usize, ldFrom: usize, rows: i32, columns: i32, to: usize, ldTo: usize): void {
  for (let row = 0; row < rows; row++) {
    for (let at: usize = 0; at < (<usize>columns) << 2; at += 4) store<f32>(to + at, load<f32>(from + at));
    from += ldFrom << 2;
    to += ldTo << 2;
  }
}

/** to += from */
export function addFloats(from: usize, count: i32, to: usize): void {
  for (let at: usize = 0; at < (<usize>count) << 2; at += 16) {
    v128.store(to + at, f32x4.add(v128.load(to + at), v128.load(from + at)));
  }
}
