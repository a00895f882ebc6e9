/** Words of the small parts that forms are made of. */
export const partWords = {
  reads: (value: string, unit: string) => (unit === '' ? `= ${value}` : `= ${value} ${unit}`),
  notANumber: (label: string, text: string) => `${label}: “${text}” is not a number.`,
  notANumberFix: 'Enter one like 0.01, 1e-3, 2m or 0.25π.',
  otherUnit: (label: string, typed: string, unit: string) =>
    unit === '' ? `${label} has no unit, and “${typed}” is one.` : `${label}: “${typed}” is no unit of it.`,
  keepPicture: (title: string) => `Save as a picture: ${title}`,
  plotTitle: (y: string, x: string) => `${y} over ${x.charAt(0).toLowerCase()}${x.slice(1)}`,
  pictureFormats: { svg: 'SVG, to scale and edit', png: 'PNG, twice the screen’s pixels' },
  pictureRefused: 'The picture could not be drawn.',
  pictureRefusedFix: 'It may be too large for this browser: choose SVG, or make the window smaller.',
  otherUnitFix: (unit: string) =>
    unit === '' ? 'Leave the unit out.' : `Enter a number in ${unit}, or leave the unit out.`,
} as const;
