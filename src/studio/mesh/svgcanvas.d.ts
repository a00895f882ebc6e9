declare module 'svgcanvas' {
  /** A 2D context that writes down what is drawn; it knows no Path2D. */
  export const Context: new (size: {
    readonly width: number;
    readonly height: number;
  }) => CanvasRenderingContext2D & {
    getSerializedSvg(fixNamedEntities: boolean): string;
  };
}
