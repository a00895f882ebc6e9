import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Square root of a confusion cell's share, 0…1. */
    '--share'?: number;
    /** Width of the class names beside the detectors. */
    '--name'?: string;
  }
}
