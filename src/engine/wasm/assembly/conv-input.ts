/**
 * One image from bytes [channel][row][column] to standardised floats [row][column][channel], moved and mirrored.
 * Pixels from beyond the edge stay as they were: 0, the mean.
 *
 *     out(y, x) = value(y + dy, (flip ? width − 1 − x : x) + dx) · scale_c + offset_c
 *
 * @param constants scale and offset of each channel
 * @param out first pixel; rows are `rowBytes` apart
 */
export function loadImage(
  pixels: usize,
  channels: i32,
  height: i32,
  width: i32,
  dy: i32,
  dx: i32,
  flip: i32,
  constants: usize,
  out: usize,
  rowBytes: usize,
): void {
  const firstRow = max(0, -dy);
  const lastRow = min(height, height - dy);
  const firstColumn = max(0, flip ? dx : -dx);
  const lastColumn = min(width, flip ? width + dx : width - dx);
  const step: i32 = flip ? -1 : 1;
  for (let channel = 0; channel < channels; channel++) {
    const scale = load<f32>(constants + ((<usize>channel) << 3));
    const offset = load<f32>(constants + ((<usize>channel) << 3), 4);
    const plane = pixels + <usize>(channel * height * width);
    for (let y = firstRow; y < lastRow; y++) {
      const row = plane + <usize>((y + dy) * width);
      let from = row + <usize>((flip ? width - 1 - firstColumn : firstColumn) + dx);
      let to = out + <usize>y * rowBytes + ((<usize>(firstColumn * channels + channel)) << 2);
      for (let x = firstColumn; x < lastColumn; x++) {
        store<f32>(to, <f32>load<u8>(from) * scale + offset);
        from += step;
        to += (<usize>channels) << 2;
      }
    }
  }
}
