/** Words of the small parts that forms are made of. */
export const partWords = {
  reads: (value: string, unit: string) => (unit === '' ? `= ${value}` : `= ${value} ${unit}`),
  notANumber: (label: string, text: string) => `${label}: “${text}” is not a number.`,
  notANumberFix: 'Enter one like 0.01, 1e-3, 2m or 0.25π.',
  otherUnit: (label: string, typed: string, unit: string) =>
    unit === '' ? `${label} has no unit, and “${typed}” is one.` : `${label}: “${typed}” is no unit of it.`,
  otherUnitFix: (unit: string) =>
    unit === '' ? 'Leave the unit out.' : `Enter a number in ${unit}, or leave the unit out.`,
} as const;
