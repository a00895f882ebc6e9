import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Share of the accent in a confusion cell's colour, 0…1. */
    '--share'?: number;
    /** Width of the class names beside the detectors. */
    '--name'?: string;
  }
}
