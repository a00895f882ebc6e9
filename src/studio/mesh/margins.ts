import type { Margins } from './camera';

/** Room for the detectors' readings at the right, and for input names at the left. */
export const READINGS = { width: 172, gap: 12, lead: 26 } as const;

export const DESKTOP_MARGINS: Margins = {
  left: 78,
  right: READINGS.width + READINGS.gap + READINGS.lead,
  top: 64,
  bottom: 30,
};

/** On a phone the readings stand under the chip, and the minimap below its frame. */
export const PHONE_MARGINS: Margins = { left: 24, right: 24, top: 56, bottom: 88 };
